import { methodOf, pathOf } from '@folkmoot/basics/addresses.ts'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { BuiltFiles } from './assets.ts'
import { dispatch } from './dispatch.ts'
import { brokenPage, lostPage, tooLargePage } from './fallback.tsx'
import type { House } from './house.ts'
import { bindInstallation } from './installation.tsx'
import { packingFor } from './packing.ts'
import { routes } from './router.ts'
import { securityHeaders } from './security.ts'

/** A picture may have 8 MB and a document 5; with their form around them a little more. Anything larger is refused before it is read. */
export const mostBytes = 13.5 * 1024 * 1024

/** The whole web side of a house: built files, the installation's own addresses, and every row of the table. */
export function web(house: House, built: BuiltFiles): Hono {
  const hono = new Hono()
  hono.onError((error, context) => {
    house.log.error('a request broke', error)
    return brokenPage(house, context)
  })
  hono.notFound((context) => lostPage(house, context))

  hono.get('/assets/:name', async (context) => {
    const file = await built.read(context.req.param('name'), packingFor(context.req.header('accept-encoding')))
    if (!file) return context.notFound()
    return context.body(file.body, 200, {
      ...securityHeaders,
      'content-type': file.mediaType,
      ...(file.packing === 'plain' ? {} : { 'content-encoding': file.packing }),
      vary: 'accept-encoding',
      'cache-control': 'public, max-age=31536000, immutable',
    })
  })

  hono.use(bodyLimit({ maxSize: mostBytes, onError: (context) => tooLargePage(house, context) }))
  bindInstallation(hono, house)
  for (const route of particularFirst()) {
    hono.on(methodOf(route.at), pathOf(route.at), dispatch(house, route))
  }
  return hono
}

/** `problems/new` before `problems/:problem`: a path with fewer parameters at the first difference goes first. */
function particularFirst() {
  const rank = (path: string): string => path.replace(/:[a-z]+/g, '~') // `~` sorts after every letter
  return [...routes].sort((a, b) => (rank(pathOf(a.at)) < rank(pathOf(b.at)) ? -1 : 1))
}
