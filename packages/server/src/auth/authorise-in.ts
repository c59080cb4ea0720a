import type { WorkspaceId } from '@tracio/contract'
import { ApiError } from '../api-error.ts'
import type { ApiSecret, Directory, Scope } from '../ports/directory.ts'
import { authorise } from './api-secret.ts'

/**
 * Authorises a request under a workspace's path. Throws an `ApiError` as `authorise` does, and `forbidden` for the path of
 * another workspace, whether or not there is one.
 */
export async function authoriseIn(
  workspace: string,
  header: string | undefined,
  scope: Scope,
  directory: Pick<Directory, 'apiSecret'>,
): Promise<ApiSecret & { readonly workspaceId: WorkspaceId }> {
  const secret = await authorise(header, scope, directory)
  if (secret.workspaceId !== workspace) throw new ApiError('forbidden', 'The API secret belongs to another workspace.')
  return secret
}
