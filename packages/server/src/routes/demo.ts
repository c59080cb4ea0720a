import { readFile } from 'node:fs/promises'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import type { FastifyPluginAsync } from 'fastify'
import { ApiError } from '../api-error.ts'
import type { AppDeps } from '../app.ts'
import { tokenHash } from '../cookie-token.ts'
import { DEMO_KEY_NAME } from '../first-start.ts'
import type { GeoStatus } from '../ip/geo/geo-status.ts'
import { requestOrigin, SELF } from '../request-origin.ts'
import { cookieReach, dropVisitorCookie, VISITOR_COOKIE } from '../visitor-cookie.ts'

/** Sources of the page; the script is built by `npm start`. */
const page = (name: string): Promise<string> => readFile(new URL(`../pages/demo/${name}`, import.meta.url), 'utf8')
const script = (): Promise<string> => readFile(new URL('../../dist/pages/demo.js', import.meta.url), 'utf8')

/** Nothing but our own files, nothing inline; the agent makes the worker that it reads in. */
const CSP = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  workerSrc: ['blob:'],
  styleSrc: ["'self'"],
  connectSrc: ["'self'"],
  imgSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
}

/** `/demo`: what this server knows of the browser that looks at it. Its own browser may have itself forgotten. */
export const demoRoutes: FastifyPluginAsync<AppDeps> = async (app, { directory, ledger, counters, databases }) => {
  await app.register(cookie)
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CSP },
    // HTTPS is the operator's proxy's; saying it on plain HTTP would do nothing.
    strictTransportSecurity: false,
  })
  const [html, css, icon, js] = await Promise.all([page('demo.html'), page('demo.css'), page('icon.svg'), script()])
  const demoKey = (await directory.publicKeys()).find(({ name }) => name === DEMO_KEY_NAME)
  if (!demoKey) return

  const files = {
    '/demo/demo.css': ['text/css; charset=utf-8', css],
    '/demo/icon.svg': ['image/svg+xml', icon],
    '/demo/demo.js': ['text/javascript; charset=utf-8', js],
  } as const
  app.get('/demo', (_request, reply) =>
    reply
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(
        html.replaceAll('{{publicKey}}', demoKey.key).replace('{{credits}}', creditLinks(databases().places.credits)),
      ),
  )
  for (const [path, [type, body]] of Object.entries(files)) {
    app.get(path, (_request, reply) => reply.header('cache-control', 'no-cache').type(type).send(body))
  }

  // Who opens the bare address looks for something to look at.
  app.get('/', (_request, reply) => reply.redirect('/demo'))

  app.post('/demo/forget', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    const origin = requestOrigin(request.headers, request.host)
    // The cookie is the only proof of whose data it is, so another site must not be able to spend it.
    if (origin !== SELF || request.headers['sec-fetch-site'] === 'cross-site') {
      throw new ApiError('origin_not_allowed', 'Only the demo page itself may ask to be forgotten.')
    }
    const presented = tokenHash(request.cookies[VISITOR_COOKIE] ?? '')
    const owner = presented && (await ledger.cookieOwner(demoKey.workspaceId, presented))
    if (!owner) throw new ApiError('not_found', 'This browser brought no cookie of a known visitor.')
    await ledger.eraseVisitor(demoKey.workspaceId, owner.visitorId)
    await counters.forgetVisitor(demoKey.workspaceId, owner.visitorId)
    reply.header('set-cookie', dropVisitorCookie(cookieReach(origin, request.host), request))
    return { ok: true, data: { visitorId: owner.visitorId, erased: true } }
  })
}

/** What licences of databases ask to be shown with their places. Texts and addresses are our own. */
const creditLinks = (credits: GeoStatus['credits']): string =>
  credits.map(({ text, url }) => `<a href="${url}">${text}</a>`).join(', ')
