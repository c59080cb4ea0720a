import { SELF } from '../request-origin.ts'
import { cookieReach } from '../visitor-cookie.ts'
import { askHealth } from './ask-health.ts'
import { type Check, type Diagnosis, ok, problem, warning } from './check.ts'

/** Whether browsers reach the server at its public address, and get a cookie of the right domain there. */
export const publicUrl: Check = {
  id: 'public_url',
  examine: async ({ config: { publicUrl: url } }) => {
    if (url === undefined) return ok('TRACIO_PUBLIC_URL is not set: nothing to ask.')
    const health = await askHealth(url)
    if ('silent' in health) {
      return problem(
        `${url}/health: ${health.silent}.`,
        'Start the server, and check name, certificate and proxy; or correct TRACIO_PUBLIC_URL.',
      )
    }
    const { domain, returned, set } = health.cookie
    const { host, protocol, hostname } = new URL(url)
    const expected = expectedDomain(host)
    const findings: Diagnosis[] = [ok(`A TRACIO server answers at ${url}; its cookie is of ${domain ?? hostname}.`)]
    if (domain !== expected) {
      findings.push(
        warning(
          `Its cookie is of ${domain ?? 'one host alone'} where ${expected ?? hostname} was expected.`,
          'Let the proxy hand on the Host header as it came.',
        ),
      )
    }
    if (!returned || !set) {
      findings.push(problem('The proxy drops cookies.', 'Let it hand on the Cookie and Set-Cookie headers.'))
    }
    if (protocol === 'http:' && !/^(?:localhost|127\.[\d.]+|\[::1\])$/.test(hostname)) {
      findings.push(
        warning(
          'Browsers keep no cookie from plain HTTP, and seal nothing.',
          'Serve HTTPS, and set TRACIO_PUBLIC_URL to it.',
        ),
      )
    }
    return findings
  },
}

/** The domain of the cookie on our own pages, as a server that sees the right host sets it. */
function expectedDomain(host: string): string | null {
  const { domain } = cookieReach(SELF, host)
  return domain === undefined ? null : `.${domain}`
}
