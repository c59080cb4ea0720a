import { readFile } from 'node:fs/promises'
import helmet from '@fastify/helmet'
import type { FastifyPluginAsync } from 'fastify'
import { contents } from '../manual/contents.ts'
import { manualPage } from '../manual/manual-page.ts'

const CSP = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
}

const markdown = (page: string): Promise<string> =>
  readFile(new URL(`../../../../docs/${page}.md`, import.meta.url), 'utf8')

/** `/docs`: the manual that lies in `docs/`, for the version that runs. Each page is rendered when it is first asked for. */
export const manualRoutes: FastifyPluginAsync = async (app) => {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CSP },
    // HTTPS is the operator's proxy's; saying it on plain HTTP would do nothing.
    strictTransportSecurity: false,
  })
  const rendered = new Map<string, string>()
  for (const [page] of contents) {
    app.get(page === 'index' ? '/docs' : `/docs/${page}`, async (_request, reply) => {
      const html = rendered.get(page) ?? manualPage(page, await markdown(page))
      rendered.set(page, html)
      return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(html)
    })
  }
  const files = {
    '/docs/manual.css': ['text/css; charset=utf-8', '../manual/manual.css'],
    '/docs/icon.svg': ['image/svg+xml', '../pages/demo/icon.svg'],
  } as const
  for (const [address, [type, path]] of Object.entries(files)) {
    app.get(address, async (_request, reply) =>
      reply
        .header('cache-control', 'no-cache')
        .type(type)
        .send(await readFile(new URL(path, import.meta.url), 'utf8')),
    )
  }
}
