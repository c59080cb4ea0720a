import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { asnCsv } from '../../../test/asn-package.ts'
import { readAsnTable, writeAsnTable } from './asn-table-file.ts'
import { compileAsnTable } from './compile-asn-table.ts'

const file = join(mkdtempSync(join(tmpdir(), 'tracio-asn-')), 'networks.table')
const compiled = compileAsnTable(asnCsv.ipv4, asnCsv.ipv6)

it('reads what it wrote, for the same package only', async () => {
  await writeAsnTable(file, '2.3.1', compiled)
  expect(await readAsnTable(file, '2.3.1')).toEqual(compiled)
  expect(await readAsnTable(file, '2.3.2')).toBeUndefined()
})
