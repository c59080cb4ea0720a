import { type Command, Option } from 'commander'
import { newPublicKey } from '../first-start.ts'
import { OperatorError } from '../operator-error.ts'
import type { Directory, PublicKeyChange, PublicKeyRecord } from '../ports/directory.ts'
import type { CommandContext } from './command-context.ts'
import { describeCommand, jsonOption, workspaceOption } from './describe-command.ts'
import { lidSecretCommand } from './lid-secret.ts'
import { parseName, parseOrigin, repeatable } from './parse-option.ts'
import { secretsCommand } from './secrets.ts'
import { type ShowOptions, show, showTime } from './show.ts'
import { withStore, workspaceOf } from './store.ts'
import { properties, table } from './table.ts'
import { workspacesCommand } from './workspaces.ts'

/** What goes for all changes: a server rereads its keys. */
const OBEYED = 'A running server obeys within five seconds.'

/** `tracio keys`: everything that opens something. */
export function keysCommand(context: CommandContext): Command {
  return describeCommand('keys', 'public keys, API secrets, workspaces', [
    ['tracio keys list', 'which sites may ask'],
    ['tracio keys secrets list', 'which backends may read'],
  ])
    .addCommand(listCommand(context))
    .addCommand(createCommand(context))
    .addCommand(updateCommand(context))
    .addCommand(revokeCommand(context))
    .addCommand(secretsCommand(context))
    .addCommand(lidSecretCommand(context))
    .addCommand(workspacesCommand(context))
}

function listCommand({ config, terminal }: CommandContext): Command {
  return describeCommand('list', 'lists the public keys, revoked ones too', [
    ['tracio keys list', 'a table'],
    ['tracio keys list --json', 'the same for a program'],
  ])
    .addOption(jsonOption())
    .action((options: ShowOptions) =>
      withStore(config(), async ({ directory }) => {
        const keys = await directory.publicKeyRecords()
        show(terminal, options, { keys: keys.map(keyData) }, keyTable(keys))
      }),
    )
}

interface CreateOptions extends ShowOptions {
  readonly workspace?: string
  readonly name: string
  readonly environment: PublicKeyRecord['environment']
  readonly answer: PublicKeyRecord['answerLevel']
  readonly origin?: readonly string[]
  readonly privacyControl: PublicKeyRecord['privacyControl']
}

function createCommand({ config, terminal, now }: CommandContext): Command {
  return describeCommand('create', `makes a public key for a site. ${OBEYED}`, [
    ['tracio keys create --name shop --origin https://shop.example', 'for one site'],
    ['tracio keys create --name staging --environment test --answer full', 'for trying things out, from any origin'],
  ])
    .requiredOption('--name <name>', 'what the key is for', parseName)
    .addOption(environmentOption().default('live'))
    .addOption(answerOption().default('verdict'))
    .option('--origin <origin>', 'who may use it (repeatable; none: every origin)', repeatable(parseOrigin))
    .addOption(privacyOption().default('report'))
    .addOption(workspaceOption())
    .addOption(jsonOption())
    .action((options: CreateOptions) =>
      withStore(config(), async ({ directory }) => {
        const key = {
          key: newPublicKey(),
          workspaceId: await workspaceOf(directory, options.workspace),
          name: options.name,
          environment: options.environment,
          answerLevel: options.answer,
          origins: options.origin ?? [],
          privacyControl: options.privacyControl,
        }
        await directory.addPublicKey(key, now())
        if (key.origins.length === 0 && key.environment === 'live') {
          terminal.err(
            `Every origin may use this key. Name yours: tracio keys update ${key.key} --origin https://...\n`,
          )
        }
        await showKey(await findKey(directory, key.key), options, terminal)
      }),
    )
}

interface UpdateOptions extends ShowOptions {
  readonly name?: string
  readonly answer?: PublicKeyRecord['answerLevel']
  readonly origin?: readonly string[]
  readonly anyOrigin?: boolean
  readonly privacyControl?: PublicKeyRecord['privacyControl']
}

function updateCommand({ config, terminal }: CommandContext): Command {
  return describeCommand('update', `changes a public key; its environment stays. ${OBEYED}`, [
    ['tracio keys update tracio_pk_... --origin https://a.example --origin https://b.example', 'replaces its origins'],
    ['tracio keys update tracio_pk_... --privacy-control obey', 'obeys an opt-out of the visitor’s browser'],
  ])
    .argument('<key>', 'the public key')
    .option('--name <name>', 'what the key is for', parseName)
    .addOption(answerOption())
    .option('--origin <origin>', 'who may use it, in place of all before (repeatable)', repeatable(parseOrigin))
    .addOption(new Option('--any-origin', 'lets every origin use it').conflicts('origin'))
    .addOption(privacyOption())
    .addOption(jsonOption())
    .action((text: string, options: UpdateOptions) => {
      const change = changeOf(options)
      if (Object.keys(change).length === 0) {
        throw new OperatorError('Name what to change: --name, --answer, --origin or --privacy-control.', 'usage')
      }
      return withStore(config(), async ({ directory }) => {
        const { workspaceId, revokedAt } = await findKey(directory, text)
        if (revokedAt !== null) throw new OperatorError('The key was revoked. Make a new one: "tracio keys create".')
        await directory.updatePublicKey(workspaceId, text, change)
        await showKey(await findKey(directory, text), options, terminal)
      })
    })
}

function changeOf({ name, answer, origin, anyOrigin, privacyControl }: UpdateOptions): PublicKeyChange {
  const origins = anyOrigin === true ? [] : origin
  return {
    ...(name === undefined ? {} : { name }),
    ...(answer === undefined ? {} : { answerLevel: answer }),
    ...(origins === undefined ? {} : { origins }),
    ...(privacyControl === undefined ? {} : { privacyControl }),
  }
}

function revokeCommand({ config, terminal, now }: CommandContext): Command {
  return describeCommand('revoke', `ends a public key for good. ${OBEYED}`, [
    ['tracio keys revoke tracio_pk_...', 'sessions issued to it before end as well'],
  ])
    .argument('<key>', 'the public key')
    .addOption(jsonOption())
    .action((text: string, options: ShowOptions) =>
      withStore(config(), async ({ directory }) => {
        await directory.revokePublicKey((await findKey(directory, text)).workspaceId, text, now())
        await showKey(await findKey(directory, text), options, terminal)
      }),
    )
}

const environmentOption = (): Option =>
  new Option('--environment <name>', 'what its events count as').choices(['live', 'test'])
const answerOption = (): Option =>
  new Option('--answer <level>', 'what browsers get to see').choices(['id', 'verdict', 'full'])
const privacyOption = (): Option =>
  new Option('--privacy-control <what>', 'whether an opt-out of the browser is reported or obeyed').choices([
    'report',
    'obey',
  ])

async function findKey(directory: Directory, text: string): Promise<PublicKeyRecord> {
  const found = (await directory.publicKeyRecords()).find(({ key }) => key === text)
  if (!found) throw new OperatorError('There is no such public key. "tracio keys list" lists them.', 'notFound')
  return found
}

async function showKey(
  key: PublicKeyRecord,
  options: ShowOptions,
  terminal: CommandContext['terminal'],
): Promise<void> {
  const text = properties([
    ['public key', key.key],
    ['name', key.name],
    ['workspace', key.workspaceId],
    ['environment', key.environment],
    ['answer', key.answerLevel],
    ['origins', originText(key)],
    ['privacy control', key.privacyControl],
    ['created', showTime(key.createdAt)],
    ['revoked', showTime(key.revokedAt)],
  ])
  show(terminal, options, { key: keyData(key) }, text)
}

const originText = ({ origins }: PublicKeyRecord): string => (origins.length === 0 ? 'every origin' : origins.join(' '))

function keyTable(keys: readonly PublicKeyRecord[]): string {
  const rows = keys.map((key) => [
    key.key,
    key.name,
    key.workspaceId,
    key.environment,
    key.answerLevel,
    key.privacyControl,
    originText(key),
    showTime(key.revokedAt),
  ])
  return table(['public key', 'name', 'workspace', 'env', 'answer', 'privacy', 'origins', 'revoked'], rows)
}

/** The store's number of a key means nothing outside. */
function keyData({ number: _, createdAt, revokedAt, ...key }: PublicKeyRecord): object {
  return { ...key, createdAt: showTime(createdAt), revokedAt: showTime(revokedAt) }
}
