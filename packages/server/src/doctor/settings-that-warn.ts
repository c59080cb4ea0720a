import type { Config } from '../config.ts'
import { type Check, type Diagnosis, ok, warning } from './check.ts'

/** Settings that are valid, and may not be what the operator wants. */
export const settingsThatWarn: Check = {
  id: 'settings',
  examine: ({ config }) => [
    ok('All settings are valid.'),
    ...trustsEverybody(config),
    ...demoInPublic(config),
    durability(config),
  ],
}

function trustsEverybody({ trustProxy }: Config): readonly Diagnosis[] {
  const all = trustProxy.filter((network) => network.endsWith('/0'))
  return all.length === 0
    ? []
    : [
        warning(
          `TRACIO_TRUST_PROXY trusts every address (${all.join(', ')}), so that every visitor can choose the address we see.`,
          'Name only the addresses of your own proxies.',
        ),
      ]
}

function demoInPublic({ demo, publicUrl }: Config): readonly Diagnosis[] {
  return demo && publicUrl !== undefined
    ? [
        warning(
          `The demo is public at ${publicUrl}/demo, and shows visitors in full what the server knows of them.`,
          'Set TRACIO_DEMO=off unless you want that.',
        ),
      ]
    : []
}

function durability({ sqliteSynchronous }: Config): Diagnosis {
  switch (sqliteSynchronous) {
    case 'normal':
      return ok('Answered events survive the death of the process; TRACIO_SQLITE_SYNCHRONOUS=full also loss of power.')
    case 'full':
      return ok('Answered events survive the death of the process and the loss of power.')
  }
}
