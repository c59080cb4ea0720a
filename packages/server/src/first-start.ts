import { randomBytes } from 'node:crypto'
import type { EpochMs, WorkspaceId } from '@tracio/contract'
import { hashApiSecret, newApiSecret } from './auth/api-secret.ts'
import { newWorkspaceId } from './ids.ts'
import type { Directory, PublicKey } from './ports/directory.ts'
import { SELF } from './request-origin.ts'

/** Name of the key that the demo page uses. */
export const DEMO_KEY_NAME = 'demo'

/** What the first start made, to be shown once: the secret is not readable afterwards. */
export interface FirstWorkspace {
  readonly workspaceId: WorkspaceId
  readonly publicKey: string
  readonly apiSecret: string
}

/** A new public key: `tracio_pk_` and 40 hexadecimal digits. */
export const newPublicKey = (): string => `tracio_pk_${randomBytes(20).toString('hex')}`

/**
 * Makes the first workspace with a live key, the demo page's key and an API secret, unless there is one. The demo key
 * lives in the same workspace, so that what the demo shows can be read by API at once; it answers in full, and only
 * to this server's own pages.
 */
export async function makeFirstWorkspace(directory: Directory, at: EpochMs): Promise<FirstWorkspace | undefined> {
  if ((await directory.workspaces()).length > 0) return
  const workspaceId = newWorkspaceId()
  await directory.addWorkspace(workspaceId, 'first', at)
  const key = (name: string, answerLevel: PublicKey['answerLevel'], origins: readonly string[]) => ({
    key: newPublicKey(),
    workspaceId,
    name,
    environment: 'live' as const,
    answerLevel,
    origins,
    privacyControl: 'report' as const,
  })
  const live = key('live', 'verdict', [])
  await directory.addPublicKey(live, at)
  await directory.addPublicKey(key(DEMO_KEY_NAME, 'full', [SELF]), at)
  const apiSecret = newApiSecret()
  const scopes = ['identify', 'events', 'signals', 'admin'] as const
  await directory.addApiSecret(hashApiSecret(apiSecret), { workspaceId, name: 'first', scopes }, at)
  return { workspaceId, publicKey: live.key, apiSecret }
}

/** What the first start prints, once. */
export function welcome({ workspaceId, publicKey, apiSecret }: FirstWorkspace, url: string): string {
  return `
  TRACIO is ready. This is shown once; keep the secret.

    demo          ${url}/demo
    manual        ${url}/docs
    workspace     ${workspaceId}
    public key    ${publicKey}
    API secret    ${apiSecret}

  In your page:

    <script src="${url}/agent.js?k=${publicKey}"></script>
    <script>Tracio.init().getResult().then(console.log)</script>

  On your server, with a request id from the demo or from getResult():

    curl -H "Authorization: Bearer ${apiSecret}" ${url}/api/v1/events/REQUEST_ID
    curl -H "Authorization: Bearer ${apiSecret}" ${url}/api/v1/subscriptions/${workspaceId}/events/REQUEST_ID
    curl -X DELETE -H "Authorization: Bearer ${apiSecret}" ${url}/api/v1/visitors/VISITOR_ID
`
}
