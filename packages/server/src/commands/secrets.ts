import type { EpochMs } from '@tracio/contract'
import { type Command, InvalidArgumentError } from 'commander'
import { hashApiSecret, newApiSecret } from '../auth/api-secret.ts'
import { OperatorError } from '../operator-error.ts'
import { type ApiSecretRecord, apiSecretId, type Directory, type Scope } from '../ports/directory.ts'
import type { CommandContext } from './command-context.ts'
import { describeCommand, jsonOption, workspaceOption } from './describe-command.ts'
import { parseExpiry, parseName, parseNetwork, repeatable } from './parse-option.ts'
import { type ShowOptions, show, showTime } from './show.ts'
import { withStore, workspaceOf } from './store.ts'
import { properties, table } from './table.ts'

const SCOPES: readonly Scope[] = ['identify', 'events', 'signals', 'admin']

/** `tracio keys secrets`: what backends show to the API. */
export function secretsCommand(context: CommandContext): Command {
  return describeCommand('secrets', 'API secrets, with which backends read', [
    ['tracio keys secrets list', 'all of them, by their ids'],
    ['tracio keys secrets create --name backend --scope events', 'one that reads events'],
  ])
    .addCommand(listCommand(context))
    .addCommand(createCommand(context))
    .addCommand(revokeCommand(context))
}

function listCommand({ config, terminal, now }: CommandContext): Command {
  return describeCommand('list', 'lists the API secrets by their ids; what they are was shown once', [
    ['tracio keys secrets list', 'a table'],
    ['tracio keys secrets list --json', 'the same for a program'],
  ])
    .addOption(jsonOption())
    .action((options: ShowOptions) =>
      withStore(config(), async ({ directory }) => {
        const secrets = await directory.apiSecretRecords()
        const rows = secrets.map((secret) => [
          secret.id,
          secret.name,
          secret.workspaceId,
          secret.scopes.join(' '),
          secret.networks.length === 0 ? 'every address' : secret.networks.join(' '),
          showTime(secret.expiresAt),
          stateOf(secret, now()),
        ])
        const headings = ['id', 'name', 'workspace', 'scopes', 'networks', 'expires', 'state']
        const data = { secrets: secrets.map((secret) => secretData(secret, now())) }
        show(terminal, options, data, table(headings, rows))
      }),
    )
}

interface CreateOptions extends ShowOptions {
  readonly workspace?: string
  readonly name: string
  readonly scope: readonly Scope[]
  readonly expires?: EpochMs
  readonly network?: readonly string[]
}

function createCommand({ config, terminal, now }: CommandContext): Command {
  return describeCommand('create', 'makes an API secret and shows it once', [
    ['tracio keys secrets create --name backend --scope events --scope signals', 'one that never expires'],
    ['tracio keys secrets create --name ci --scope events --expires 90d --network 203.0.113.0/24', 'a narrow one'],
  ])
    .requiredOption('--name <name>', 'who uses it', parseName)
    .requiredOption('--scope <scope>', `what it may do: ${SCOPES.join(', ')} (repeatable)`, repeatable(parseScope))
    .option('--expires <when>', 'when it ends: "90d", "12h", or a date', (text) => parseExpiry(text, now()))
    .option('--network <cidr>', 'from where it may be used (repeatable; none: everywhere)', repeatable(parseNetwork))
    .addOption(workspaceOption())
    .addOption(jsonOption())
    .action((options: CreateOptions) =>
      withStore(config(), async ({ directory }) => {
        const text = newApiSecret()
        const { name, scope, expires, network } = options
        const secret = {
          workspaceId: await workspaceOf(directory, options.workspace),
          name,
          scopes: SCOPES.filter((one) => scope.includes(one)),
          expiresAt: expires ?? null,
          networks: network ?? [],
        }
        await directory.addApiSecret(hashApiSecret(text), secret, now())
        const record = await findSecret(directory, apiSecretId(hashApiSecret(text)))
        const lines = properties([['API secret', text], ...secretLines(record)])
        show(terminal, options, { secret: { secret: text, ...secretData(record, now()) } }, lines)
        if (options.json !== true) terminal.err('The secret is not shown again. Keep it where your backend reads it.\n')
      }),
    )
}

function revokeCommand({ config, terminal, now }: CommandContext): Command {
  return describeCommand('revoke', 'ends an API secret for good. A running server obeys at once.', [
    ['tracio keys secrets revoke 0123456789ab', 'by the id that the list shows'],
  ])
    .argument('<id>', 'id of the secret')
    .addOption(jsonOption())
    .action((id: string, options: ShowOptions) =>
      withStore(config(), async ({ directory }) => {
        await directory.revokeApiSecret((await findSecret(directory, id)).workspaceId, id, now())
        const record = await findSecret(directory, id)
        const lines = properties([...secretLines(record), ['revoked', showTime(record.revokedAt)]])
        show(terminal, options, { secret: secretData(record, now()) }, lines)
      }),
    )
}

function parseScope(text: string): Scope {
  const scope = SCOPES.find((one) => one === text)
  if (!scope) throw new InvalidArgumentError(`A scope is one of ${SCOPES.join(', ')}.`)
  return scope
}

async function findSecret(directory: Directory, id: string): Promise<ApiSecretRecord> {
  const found = (await directory.apiSecretRecords()).find((one) => one.id === id)
  if (!found) throw new OperatorError('There is no such secret. "tracio keys secrets list" lists them.', 'notFound')
  return found
}

function stateOf({ expiresAt, revokedAt }: ApiSecretRecord, now: EpochMs): 'valid' | 'expired' | 'revoked' {
  if (revokedAt !== null) return 'revoked'
  return expiresAt !== null && expiresAt <= now ? 'expired' : 'valid'
}

function secretLines(secret: ApiSecretRecord): readonly (readonly [string, string | null])[] {
  return [
    ['id', secret.id],
    ['name', secret.name],
    ['workspace', secret.workspaceId],
    ['scopes', secret.scopes.join(' ')],
    ['networks', secret.networks.length === 0 ? 'every address' : secret.networks.join(' ')],
    ['expires', showTime(secret.expiresAt) ?? 'never'],
  ]
}

function secretData({ createdAt, expiresAt, revokedAt, ...secret }: ApiSecretRecord, now: EpochMs): object {
  return {
    ...secret,
    state: stateOf({ createdAt, expiresAt, revokedAt, ...secret }, now),
    createdAt: showTime(createdAt),
    expiresAt: showTime(expiresAt),
    revokedAt: showTime(revokedAt),
  }
}
