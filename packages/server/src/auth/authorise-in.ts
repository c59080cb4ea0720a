import type { WorkspaceId } from '@tracio/contract'
import { ApiError } from '../api-error.ts'
import type { ApiSecret, Scope } from '../ports/directory.ts'
import { type AuthoriseDeps, authorise, type Caller } from './api-secret.ts'

/**
 * Authorises a request under a workspace's path. Throws an `ApiError` as `authorise` does, and `forbidden` for the path of
 * another workspace, whether or not there is one.
 */
export async function authoriseIn(
  workspace: string,
  caller: Caller,
  scope: Scope,
  deps: AuthoriseDeps,
): Promise<ApiSecret & { readonly workspaceId: WorkspaceId }> {
  const secret = await authorise(caller, scope, deps)
  if (secret.workspaceId !== workspace) throw new ApiError('forbidden', 'The API secret belongs to another workspace.')
  return secret
}
