import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { keyFile, readKeyFile } from '../adapters/key-file.ts'
import { databaseFile } from '../adapters/sqlite/database.ts'
import { type Check, type Diagnosis, ok, problem, warning } from './check.ts'

/** Rights that nobody but the owner should have. */
const RIGHTS_OF_OTHERS = 0o077

/** Whether the data folder, the database and the key are there, writable, and nobody else's to read. */
export const dataFolder: Check = {
  id: 'data_folder',
  examine: ({ config: { dataDir, secretKey } }) => {
    if (!existsSync(dataDir)) {
      return warning(`${dataDir} does not exist yet.`, 'The first start makes it. Or set TRACIO_DATA_DIR.')
    }
    if (!statSync(dataDir).isDirectory()) return problem(`${dataDir} is no folder.`, 'Set TRACIO_DATA_DIR to a folder.')
    const files = [dataDir, databaseFile(dataDir), ...(secretKey === undefined ? [keyFile(dataDir)] : [])]
    const found = files.filter((file) => existsSync(file)).flatMap(rightsOf)
    return found.length > 0 ? found : ok(`${dataDir} is this user's alone.`)
  },
}

function rightsOf(file: string): readonly Diagnosis[] {
  if (!isOurs(file)) {
    return [problem(`${file} cannot be read and written.`, 'Run the server as its owner, or give it to this user.')]
  }
  // Windows has no such rights: everybody seems to have them all.
  const open = process.platform !== 'win32' && (statSync(file).mode & RIGHTS_OF_OTHERS) !== 0
  return open ? [problem(`Other users of this machine may read ${file}.`, `Run: chmod go= ${file}`)] : []
}

function isOurs(file: string): boolean {
  try {
    accessSync(file, constants.R_OK | constants.W_OK)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false
    throw error
  }
}

/** Whether there is a key to open stored secrets with; whether it opens them is looked at in the database. */
export const key: Check = {
  id: 'key',
  examine: ({ config: { dataDir, secretKey } }) => {
    if (secretKey !== undefined) return ok('The key comes from TRACIO_SECRET_KEY.')
    if (!existsSync(keyFile(dataDir)) && !existsSync(databaseFile(dataDir))) {
      return warning('There is no key yet.', 'The first start makes one.')
    }
    readKeyFile(dataDir)
    return ok(`The key is in ${keyFile(dataDir)}. Back it up apart from the database.`)
  },
}
