import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { programPath } from '../browsers/program-path.ts'

/** A server's key and certificate, and the authority that signed it; all in PEM. */
export interface Certificates {
  readonly key: string
  readonly cert: string
  readonly authority: string
}

/** Browsers refuse certificates that live long, and these die with the test. */
const DAYS = '2'

const NEW_KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']

/** Makes an authority, and by it a certificate for hosts; `*.example.test` is one. Nothing of it stays on disk. */
export function makeCertificates(hosts: readonly string[]): Certificates {
  const directory = mkdtempSync(join(tmpdir(), 'tracio-certificates-'))
  const openssl = (...args: readonly string[]) =>
    execFileSync(programPath('openssl'), args, { cwd: directory, stdio: 'pipe' })
  const read = (file: string) => readFileSync(join(directory, file), 'utf8')
  try {
    const names = hosts.map((host) => `DNS:${host}`).join(',')
    writeFileSync(join(directory, 'server.ext'), `subjectAltName=${names}\nextendedKeyUsage=serverAuth\n`)
    const authority = ['-keyout', 'ca.key', '-out', 'ca.pem', '-days', DAYS, '-subj', '/CN=TRACIO test authority']
    openssl('req', '-x509', ...NEW_KEY, ...authority)
    openssl('req', '-new', ...NEW_KEY, '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=TRACIO test')
    const signed = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', 'server.ext', '-days', DAYS]
    openssl('x509', '-req', '-in', 'server.csr', ...signed, '-out', 'server.pem')
    return { key: read('server.key'), cert: read('server.pem'), authority: read('ca.pem') }
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}
