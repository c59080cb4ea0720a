import { directoryContract } from '../../../test/directory-contract.ts'
import { createMemoryDirectory } from './directory.ts'

directoryContract('memory', async () => createMemoryDirectory())
