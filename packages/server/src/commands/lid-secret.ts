import type { Command } from 'commander'
import type { CommandContext } from './command-context.ts'
import { describeCommand, jsonOption, workspaceOption } from './describe-command.ts'
import { type ShowOptions, show } from './show.ts'
import { withStore, workspaceOf } from './store.ts'

interface LidSecretOptions extends ShowOptions {
  readonly workspace?: string
}

/** `tracio keys lid-secret`: what a site's own servers sign linked ids with. */
export function lidSecretCommand({ config, terminal }: CommandContext): Command {
  const description =
    'shows the secret that your servers sign linked ids with: the signature is the lowercase hexadecimal ' +
    'HMAC-SHA-256 of the linked id'
  return describeCommand('lid-secret', description, [
    ['tracio keys lid-secret', 'made when it is asked for first, the same ever after'],
  ])
    .addOption(workspaceOption())
    .addOption(jsonOption())
    .action((options: LidSecretOptions) =>
      withStore(config(), async ({ directory }) => {
        const workspaceId = await workspaceOf(directory, options.workspace)
        const lidSecret = textOf(await directory.lidSecret(workspaceId))
        show(terminal, options, { workspaceId, lidSecret }, `${lidSecret}\n`)
      }),
    )
}

/** The text whose bytes are the HMAC's key; of a key that is no text, its hexadecimal digits after `hex:`. */
const textOf = (secret: Buffer): string =>
  /^[\x21-\x7e]+$/.test(secret.toString('latin1')) ? secret.toString('latin1') : `hex:${secret.toString('hex')}`
