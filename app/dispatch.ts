import { holds, isSignedIn, isStaff, type Actor } from '@folkmoot/basics/actor.ts'
import { href, methodOf, type Address } from '@folkmoot/basics/addresses.ts'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { rolesInArena } from '../stages/arena/index.ts'
import type { Jurisdiction } from '../platform/directory/index.ts'
import {
  browserIn,
  emptyForm,
  hashOfToken,
  isFormToken,
  isOnePress,
  refused,
  visit,
  type Reply,
  type Route,
  type TypedForm,
  type Visit,
} from '../platform/http/index.ts'
import { type EverydayKey, pageLanguages } from '../platform/i18n/index.ts'
import { actorBySession, nobody, noteSeen } from '../platform/identity/index.ts'
import { askToProveAgain } from '../overview/index.ts'
import { askedFor, provesEnough, reachable } from './acts-of-weight.ts'
import {
  attemptCookie,
  challengeCookie,
  errandCookie,
  formCookie,
  letterCookie,
  proofCookie,
  sessionCookie,
} from './cookies.ts'
import { respond, respondKept } from './respond.tsx'
import type { Asked } from './asked.ts'
import { clientOf } from './client.ts'
import { originAsked } from './host.ts'
import type { House } from './house.ts'
import { tooLargePage } from './fallback.tsx'
import { readBody } from './read-body.ts'
import { logReply, logStopped, noteRow } from './security-lines.ts'
import { isFromHere } from './security.ts'
import { tooMany } from './too-many.tsx'

/** From a request to a response: the place, who acts, whether she may, whether the form is ours; then the handler. */
export function dispatch(house: House, route: Route): (context: Context) => Promise<Response> {
  return async (context) => {
    const { lang = '', jurisdiction: slug = '' } = context.req.param() as Record<string, string | undefined>
    const place = await house.places.bySlug(slug)
    if (!place) return context.notFound()
    if (/%00/.test(context.req.url)) return context.notFound() // no name and no word has it, and the database refuses it
    if (!pageLanguages(place).includes(lang)) return context.redirect(`/${place.slug}`, 302)
    noteRow(context, { at: route.at, place: place.slug })
    const now = house.now()
    const { actor, session } = await whoActs(house, context, place)
    const attempt = getCookie(context, attemptCookie(place.slug, house.isSecure()))
    const letter = getCookie(context, letterCookie(place.slug, house.isSecure()))
    const proof = getCookie(context, proofCookie(place.slug, house.isSecure()))
    const challenge = getCookie(context, challengeCookie(place.slug, house.isSecure()))
    const parts = {
      lang,
      jurisdiction: place,
      actor,
      database: house.database,
      now,
      origin: house.origin(),
      originHere: originAsked(new URL(context.req.url).host, house),
      isDemo: house.isDemo,
      files: house.files,
      session: session === undefined ? undefined : hashOfToken(session),
      attempt: attempt === undefined ? undefined : hashOfToken(attempt),
      proof: proof === undefined ? undefined : hashOfToken(proof),
      challenge: challenge === undefined ? undefined : hashOfToken(challenge),
      letter: letter === undefined ? undefined : hashOfToken(letter),
      errand: getCookie(context, errandCookie(place.slug, house.isSecure())),
      eid: house.eid,
      client: clientOf(context, house.proxies),
      browser: browserIn(context.req.header('user-agent')),
    }
    const bare = visit({
      ...parts,
      params: context.req.param(),
      query: new URL(context.req.url).searchParams,
      form: emptyForm,
      isIsland: isIsland(context),
    })
    const framed: Asked = { house, visit: bare, session, context }
    const gate = refusalAtTheGate(route, bare, context)
    if (gate) {
      if (isOfElsewhere(bare, context)) logStopped(framed, 'a sign-in that is not of this place')
      else logReply(framed, route.at, gate)
      return respond(framed, gate)
    }
    if (methodOf(route.at) === 'GET') {
      const late = asksTheDatabase(route, bare) && (await tooMany(framed, 'searching'))
      if (late) return late
      return session || bare.isIsland || neverKept.has(route.at)
        ? respond(framed, logged(framed, route, await route.handle(bare)))
        : respondToVisitor(framed, route)
    }
    const form = await readPost(context, { session, house, route })
    if (form === 'too-large') return tooLargePage(house, context)
    if (form === 'no-token') {
      logStopped(framed, 'a form without its token')
      return respond(framed, refused(bare.common('refused.no-token'), 403))
    }
    const full = { ...bare, form }
    const late = await tooMany({ ...framed, visit: full }, isSignedIn(actor) ? 'writing' : 'knocking')
    if (late) return late
    const path = new URL(context.req.url).pathname
    const again = await asksToProveAgain(house, route, { visit: full, path })
    if (again) return respond({ ...framed, visit: full }, again)
    const act = async (): Promise<Reply> => route.handle(full)
    const reply = await (session ? house.pressedTwice({ session, path, form }, act) : act())
    if (route.at.startsWith('settings')) house.places.forget()
    return respond({ ...framed, visit: full }, logged(framed, route, reply))
  }
}

type Weighed = { readonly visit: Visit; readonly path: string }

/** In a demonstration everybody is whom she chose to be, and has nothing to prove it with. */
async function asksToProveAgain(house: House, route: Route, { visit: at, path }: Weighed): Promise<Reply | undefined> {
  const { actor, now } = at
  if (house.isDemo || !isSignedIn(actor)) return undefined
  const asked = askedFor(route.at, actor, reachable(house.stepUp, house.eid))
  if (!asked || provesEnough({ actor, now }, asked)) return undefined
  return askToProveAgain(at, actor, { path, ...asked })
}

function logged(asked: Asked, { at }: Route, reply: Reply): Reply {
  logReply(asked, at, reply)
  return reply
}

/** Words somebody looks for are looked for anew each time. */
function asksTheDatabase({ at }: Route, { query }: Visit): boolean {
  return (at === 'search' || at === 'cases') && (query.get('q') ?? '') !== ''
}

/** Asked by a piece of a page, of ours or of htmx. */
function isIsland({ req }: Context): boolean {
  return req.header('x-island') === '1' || req.header('hx-request') === 'true'
}

/** What changes without anything being recorded, or is asked in endless ways. */
const neverKept: ReadonlySet<Address> = new Set<Address>([
  'outbox',
  'search',
  'notices.stopping',
  'keys.undoing',
  'sign-in',
  'sign-in.code',
  'sign-in.link',
  'sign-in.passkey',
  'sign-in.away',
  'sign-in.back',
  'be',
  'arena.letter',
])

/** Visitors see the same page: it is made once and kept while nothing public happens. */
async function respondToVisitor(asked: Asked, route: Route): Promise<Response> {
  const { house, visit: at, context } = asked
  const { pathname, search } = new URL(context.req.url)
  const path = `${pathname}${search}`
  const version = await house.pages.versionOf(at.read, at.now)
  const kept = house.pages.find(path, version)
  if (kept !== undefined) return respondKept(asked, kept)
  return respond(asked, await route.handle(at), (html) => house.pages.keep(path, version, html))
}

type Who = { readonly actor: Actor; readonly session: string | undefined }

async function whoActs(house: House, context: Context, place: Jurisdiction): Promise<Who> {
  const token = getCookie(context, sessionCookie(place.slug, house.isSecure()))
  if (!token) return { actor: nobody(place.id), session: undefined }
  const read = house.database.read(place.id)
  const hash = hashOfToken(token)
  const acting = await actorBySession(read, hash)
  if (!acting || !isSignedIn(acting.actor)) return { actor: nobody(place.id), session: undefined }
  const { actor } = acting
  if (!acting.isNoted) await house.database.transact(place.id, actor, (tx) => noteSeen(tx, hash, acting.isOffice))
  const slug = context.req.param('problem')
  const inArena = slug ? await rolesInArena(read, slug, actor) : []
  return { actor: { ...actor, roles: [...actor.roles, ...inArena] }, session: token }
}

/** What can be said before the form is read: told cases are closed, and the row's policy. */
function refusalAtTheGate(route: Route, at: Visit, context: Context): Reply | undefined {
  if (at.jurisdiction.isTold && route.records !== 'nothing') return refused(at.common('refused.told'), 403)
  // Nothing is contributed before she agreed that her opinions are kept; agreeing makes one a resident or an organisation here.
  const hasConsented = holds(at.actor, 'resident', 'organisation')
  if (isSignedIn(at.actor) && route.records !== 'nothing' && !hasConsented)
    return refused(at.common('refused.consent-first'), 403)
  if (route.allowed.allows(at.actor)) return undefined
  if (isSignedIn(at.actor))
    return refused(
      `${at.common('refused.not-allowed')} ${at.common(isStaff(at.actor) ? 'refused.way-of-staff' : 'refused.way-of-others')}`,
      403,
    )
  // This place's own cookie opened nothing: it has expired, or she signed out elsewhere. Then she signs in again.
  const elsewhere = slugsSignedInAt(context).some((slug) => slug !== at.jurisdiction.slug)
  const code: EverydayKey = elsewhere ? 'refused.not-here' : 'refused.sign-in-first'
  if (methodOf(route.at) === 'POST' || elsewhere) return refused(at.common(code), 403)
  const next = new URL(context.req.url).pathname
  return {
    kind: 'redirect',
    to: `${href('sign-in', { lang: at.lang, jurisdiction: at.jurisdiction.slug })}?next=${encodeURIComponent(next)}`,
  }
}

function slugsSignedInAt(context: Context): readonly string[] {
  return Object.keys(getCookie(context)).flatMap((name) => /^(?:__Host-)?folkmoot-(.+)$/.exec(name)?.[1] ?? [])
}

/** What she showed opens nothing here: another place's cookie, or under this place's name a token that is not of here. */
function isOfElsewhere({ actor }: Visit, context: Context): boolean {
  return !isSignedIn(actor) && slugsSignedInAt(context).length > 0
}

type PostSource = { readonly session: string | undefined; readonly house: House; readonly route: Route }

async function readPost(
  context: Context,
  { session, house, route }: PostSource,
): Promise<TypedForm | 'no-token' | 'too-large'> {
  const cookie = session ?? getCookie(context, formCookie(house.isSecure()))
  const isOurs =
    cookie !== undefined && isFromHere(context.req.raw.headers, originAsked(new URL(context.req.url).host, house))
  if (!isOurs && !pressedInMail.has(route.at)) return 'no-token'
  const form = await readBody(context, { isSignedIn: session !== undefined })
  if (form === 'too-large') return form
  if (form && pressedInMail.has(route.at) && isOnePress(form)) return form
  return isOurs && form && isFormToken(form.typed['form-token']?.[0], cookie) ? form : 'no-token'
}

/** What a mail program's own button posts to (RFC 8058), from no page of ours: the secret in the address is the whole right to it. */
const pressedInMail: ReadonlySet<Address> = new Set<Address>(['notices.stop'])
