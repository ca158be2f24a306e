import { pageLanguages } from '../platform/i18n/index.ts'
import type { Context } from 'hono'
import { href } from '@folkmoot/basics/addresses.ts'
import { emptyForm, page, visit } from '../platform/http/index.ts'
import { nobody } from '../platform/identity/index.ts'
import type { Say } from '../platform/i18n/index.ts'
import { respond } from './respond.tsx'
import { preferredLanguage } from './preferred-language.ts'
import type { House } from './house.ts'
import { placeless } from './placeless.ts'
import { appWords, type AppKey } from './messages/words.ts'
import { Message } from './pages/message.tsx'

/** Pages for what no handler responded to. They must come even when the database does not. */

export function lostPage(house: House, context: Context): Promise<Response> {
  return plainPage(house, context, { status: 404, title: 'not-found.title', text: 'not-found' })
}

export function brokenPage(house: House, context: Context): Promise<Response> {
  return plainPage(house, context, { status: 500, title: 'broken.title', text: 'broken' })
}

/** The request names a host that is not ours: RFC 9110, 15.5.20. */
export function misdirectedPage(house: House, context: Context): Promise<Response> {
  return plainPage(house, context, { status: 421, title: 'misdirected.title', text: 'misdirected' })
}

/** What says a thing twice, in two ways perhaps, is taken in neither. */
export function saidTwicePage(house: House, context: Context): Promise<Response> {
  return plainPage(house, context, { status: 400, title: 'said-twice.title', text: 'said-twice' })
}

/** More is asked at once than can be answered. */
export async function crowdedPage(house: House, context: Context): Promise<Response> {
  const response = await plainPage(house, context, { status: 503, title: 'crowded.title', text: 'crowded' })
  response.headers.set('retry-after', '10')
  return response
}

export function tooLargePage(house: House, context: Context): Promise<Response> {
  return plainPage(house, context, { status: 413, title: 'too-large.title', text: 'too-large' })
}

type Plain = { readonly status: 400 | 404 | 413 | 421 | 500 | 503; readonly title: AppKey; readonly text: AppKey }

async function plainPage(house: House, context: Context, { status, title, text }: Plain): Promise<Response> {
  const inPath = new URL(context.req.url).pathname.split('/')[1] ?? ''
  const lang = appWords.languages.includes(inPath)
    ? inPath
    : preferredLanguage(context.req.header('accept-language'), appWords.languages)
  const say = appWords.say(lang)
  const place = placeless(lang, [])
  const bare = visit({
    lang,
    jurisdiction: place,
    actor: nobody(place.id),
    database: house.database,
    now: Temporal.Now.instant(),
    origin: house.origin(),
    originHere: house.origin(),
    params: {},
    query: new URLSearchParams(),
    form: emptyForm,
    isIsland: false,
    isDemo: false,
    files: house.files,
  })
  const body = <Message title={say(title)} text={say(text)} home={await wayOut(house, context, { lang, say })} />
  return respond(
    { house, visit: bare, session: undefined, context, isPlaceless: true },
    page({ title: say(title), status, body }),
  )
}

/** Home of the place the address names, if there is one and the database can say so; else the first page. */
async function wayOut(
  house: House,
  context: Context,
  { lang, say }: { readonly lang: string; readonly say: Say<AppKey> },
) {
  const first = { href: '/', text: say('to-home') }
  const slug = new URL(context.req.url).pathname.split('/')[2] ?? ''
  try {
    const place = await house.places.bySlug(slug)
    if (!place || !pageLanguages(place).includes(lang)) return first
    return { href: href('home', { lang, jurisdiction: place.slug }), text: say('to-place', { place: place.name }) }
  } catch {
    return first
  }
}
