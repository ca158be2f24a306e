import { methodOf, pathOf } from '@folkmoot/basics/addresses.ts'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { BuiltFiles } from './assets.ts'
import { hasHungUp, saysHeadersTwice } from './client.ts'
import { mostUnderWay, openCrowd } from './crowd.ts'
import { dispatch } from './dispatch.ts'
import { brokenPage, crowdedPage, lostPage, misdirectedPage, saidTwicePage, tooLargePage } from './fallback.tsx'
import { isMeantForUs } from './host.ts'
import type { House } from './house.ts'
import { bindInstallation } from './installation.tsx'
import { packingFor } from './packing.ts'
import { routes } from './router.ts'
import { lineOf } from './security-lines.ts'
import { headersOf } from './security.ts'

/** A picture may have 8 MB and a document 5; with their form around them a little more. Anything larger is refused before it is read. */
export const mostBytes = 13.5 * 1024 * 1024

/** The whole web side of a house: built files, the installation's own addresses, and every row of the table. */
export function web(house: House, built: BuiltFiles): Hono {
  const hono = new Hono()
  hono.onError((error, context) => {
    if (hasHungUp(context, error)) return context.body(null, 400)
    house.log.error('a request broke', error, lineOf(context))
    return brokenPage(house, context)
  })
  hono.notFound((context) => lostPage(house, context))

  hono.use(async (context, next) => {
    await next()
    for (const [name, value] of headersOf(house.isSecure()))
      if (!context.res.headers.has(name)) context.header(name, value)
  })

  const crowd = openCrowd(mostUnderWay, (context) => crowdedPage(house, context))
  hono.use((context, next) => (isProbe(context.req.path) ? next() : crowd(context, next)))

  hono.use(async (context, next) => {
    if (!isProbe(context.req.path) && !isMeantForUs(context, house)) return misdirectedPage(house, context)
    const names = [...new URL(context.req.url).searchParams.keys()]
    const isTwice = new Set(names).size < names.length || saysHeadersTwice(context)
    return isTwice ? saidTwicePage(house, context) : next()
  })

  hono.get('/assets/:name', async (context) => {
    const file = await built.read(context.req.param('name'), packingFor(context.req.header('accept-encoding')))
    if (!file) return context.notFound()
    return context.body(file.body, 200, {
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

/** Whoever watches over the house asks each machine of it by its number. */
function isProbe(path: string): boolean {
  return path === pathOf('live') || path === pathOf('ready')
}

/** `problems/new` before `problems/:problem`: a path with fewer parameters at the first difference goes first. */
function particularFirst() {
  const rank = (path: string): string => path.replace(/:[a-z]+/g, '~') // `~` sorts after every letter
  return [...routes].sort((a, b) => (rank(pathOf(a.at)) < rank(pathOf(b.at)) ? -1 : 1))
}
