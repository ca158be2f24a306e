import { pageLanguages } from '../platform/i18n/index.ts'
import type { Hono } from 'hono'
import { href, pathOf, type Address } from '@folkmoot/basics/addresses.ts'
import { fileByHash, fileHeaders, readFile } from '../platform/files/index.ts'
import { nobody } from '../platform/identity/index.ts'
import { placeOf } from '../platform/identity/oidc/index.ts'
import { emptyForm, visit } from '../platform/http/index.ts'
import { themeVersion, type Jurisdiction } from '../platform/directory/index.ts'
import { themeCss } from '../ui/index.ts'
import { respond } from './respond.tsx'
import { preferredLanguage } from './preferred-language.ts'
import { placeOfHost } from './host.ts'
import type { House } from './house.ts'
import { appWords } from './messages/words.ts'
import { placeless } from './placeless.ts'
import { PlacesPage } from './pages/places-page.tsx'
import { securityTxt } from './security-txt.ts'
import { bindSetUp } from './set-up.tsx'

/** Addresses that belong to no place: where to begin, whether all is well, colours and pictures. */
export const installationAddresses = [
  'root',
  'entry',
  'live',
  'ready',
  'security-txt',
  'theme',
  'file',
  'set-up',
  'set-up.save',
  'sign-in.returned',
] as const satisfies readonly Address[]

/** What a place that chose only one colour has for the other: our own verdigris and copper. */
const ownColours = { accent: '#0e5f57', brand: '#b4531a' } as const

const forEver = 'public, max-age=31536000, immutable'

export function bindInstallation(hono: Hono, house: House): void {
  hono.get(pathOf('live'), (context) => context.text('alive'))
  hono.get(pathOf('ready'), async (context) => {
    try {
      await house.places.all()
      return context.text('ready')
    } catch {
      return context.text('the database does not answer', 503, { 'retry-after': '5' })
    }
  })

  hono.get(pathOf('security-txt'), (context) =>
    context.text(
      securityTxt({
        contacts: house.securityContacts,
        origin: house.origin(),
        languages: appWords.languages,
        now: house.now(),
      }),
      200,
      { 'cache-control': 'public, max-age=86400' },
    ),
  )

  hono.get(pathOf('theme'), async (context) => {
    const place = await house.places.bySlug(context.req.param('jurisdiction') ?? '')
    if (!place || context.req.param('version') !== `${themeVersion(place)}.css`) return context.notFound()
    const css = themeCss({ accent: place.accent ?? ownColours.accent, brand: place.brand ?? ownColours.brand })
    return context.body(css, 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': forEver,
    })
  })

  hono.get(pathOf('file'), async (context) => {
    const place = await house.places.bySlug(context.req.param('jurisdiction') ?? '')
    const hash = context.req.param('hash') ?? ''
    const known = place && (await fileByHash(house.database.read(place.id), hash))
    if (!known) return context.notFound()
    return context.body(await readFile(house.files, hash), 200, fileHeaders(known))
  })

  // A provider knows one address of this installation. Which place its browser comes back to stands in the state.
  hono.get(pathOf('sign-in.returned'), (context) => {
    const place = placeOf(context.req.query('state') ?? '')
    if (!place) return context.notFound()
    const provider = context.req.param('provider') ?? ''
    const path = href('sign-in.back', { lang: place.lang, jurisdiction: place.slug, provider })
    const location = `${path}${new URL(context.req.url).search}`
    return new Response(null, { status: 302, headers: { location, 'cache-control': 'no-store' } })
  })

  bindSetUp(hono, house)

  hono.get(pathOf('root'), async (context) => {
    const places = await house.places.all()
    const own = placeOfHost(context, house)
    if (own !== undefined) return context.redirect(`/${own}`, 302)
    const [only] = places
    const lang = preferredLanguage(context.req.header('accept-language'), languagesOf(places))
    if (places.length === 1 && only) return context.redirect(`/${only.slug}`, 302)
    const asPlace = placeless(lang, places)
    const words = appWords.say(lang)
    const bare = visit({
      lang,
      jurisdiction: asPlace,
      actor: nobody(asPlace.id),
      database: house.database,
      now: Temporal.Now.instant(),
      origin: house.origin(),
      originHere: house.origin(),
      params: {},
      query: new URLSearchParams(),
      form: emptyForm,
      isIsland: false,
      isDemo: house.isDemo,
      files: house.files,
    })
    const body = <PlacesPage say={words} lang={lang} places={places} />
    return respond(
      { house, visit: bare, session: undefined, context, isPlaceless: true },
      {
        kind: 'page',
        status: 200,
        title: words('places.title'),
        body,
        crumbs: [],
        isWide: false,
      },
    )
  })

  hono.get(pathOf('entry'), async (context) => {
    const place = await house.places.bySlug(context.req.param('jurisdiction') ?? '')
    if (!place) return context.notFound()
    const lang = preferredLanguage(context.req.header('accept-language'), pageLanguages(place))
    return new Response(null, {
      status: 302,
      headers: {
        location: href('home', { lang, jurisdiction: place.slug }),
        vary: 'accept-language',
      },
    })
  })
}

function languagesOf(places: readonly Jurisdiction[]): readonly string[] {
  return [...new Set(['en', ...places.flatMap((place) => place.languages)])].filter((lang) =>
    appWords.languages.includes(lang),
  )
}
