import { createHash } from 'node:crypto'
import { isStaff } from '@folkmoot/basics/actor.ts'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type {
  Cookie,
  Crumb,
  Done,
  PageReply,
  PartReply,
  RedirectReply,
  RefusedReply,
  Reply,
} from '../platform/http/index.ts'
import { formTokenOf, newToken, page } from '../platform/http/index.ts'
import { FormToken, nameErrors } from '../ui/index.ts'
import { PageShell } from '../ui/page.tsx'
import { formCookie, sessionCookie, setCookie } from './cookies.ts'
import { doneCookie, readDone, sayNext } from './done.ts'
import type { Asked } from './asked.ts'
import { frameFor } from './frame.tsx'
import { tokenPlace } from './kept-pages.ts'
import { appWords } from './messages/words.ts'
import { packingFor, packQuickly } from './packing.ts'
import { Message } from './pages/message.tsx'
import { promiseOn } from './promise.ts'

/** Takes the finished page of a visitor, to be given to the next one. */
type Keep = (html: string) => void

/** Turns a reply into a response: the page gets its frame, the refusal its sentence, the file its name. */
export async function respond(frame: Asked, reply: Reply, keep?: Keep): Promise<Response> {
  switch (reply.kind) {
    case 'page':
      return respondWithPage(frame, reply, reply.status === 200 ? keep : undefined)
    case 'part':
      return respondWithPart(frame, reply)
    case 'redirect':
      return respondWithRedirect(frame, reply)
    case 'file': {
      const headers = new Headers({
        'content-type': reply.mediaType,
        'cache-control': frame.session || reply.isPrivate ? 'private, no-store' : 'no-cache',
        vary: 'cookie, accept-encoding',
      })
      if (reply.downloadAs)
        headers.set('content-disposition', `attachment; filename="${reply.downloadAs.replaceAll(/[^\w.-]/g, '_')}"`)
      if (typeof reply.body !== 'string') return new Response(reply.body, { headers })
      return withEtag(frame.context, { text: reply.body, headers, status: 200 })
    }
    case 'refused':
      return respondWithPage(frame, messagePage(frame, reply))
    case 'not-found': {
      const words = appWords.say(frame.visit.lang)
      return respondWithPage(frame, messagePage(frame, { status: 404, text: words('not-found') }))
    }
  }
}

type Said = Pick<RefusedReply, 'text' | 'wayOn'> & { readonly status: RefusedReply['status'] | 404 }

function messagePage({ visit }: Asked, { status, text, wayOn }: Said): PageReply {
  const words = appWords.say(visit.lang)
  const title = words(status === 404 ? 'not-found.title' : 'refused.title')
  // The refusal tells staff that their work stands on the bench: then it leads there.
  const wayOut =
    wayOn ??
    (status === 403 && isStaff(visit.actor)
      ? { href: visit.to('bench'), text: words('to-bench') }
      : { href: visit.to('home'), text: words('to-home') })
  return page({
    title,
    status,
    body: <Message title={title} text={text} home={wayOut} />,
  })
}

async function respondWithPage(frame: Asked, reply: PageReply, keep?: Keep): Promise<Response> {
  const { house, visit } = frame
  const isWrong = reply.status === 422
  const shell: { toString: () => unknown } = (
    <PageShell
      lang={visit.lang}
      dir={new Intl.Locale(visit.lang).getTextInfo?.().direction === 'rtl' ? 'rtl' : 'ltr'}
      title={isWrong ? visit.common('error-prefix', { title: reply.title }) : reply.title}
      frame={await frameFor(frame)}
      crumbs={trailTo(reply)}
      body={reply.body}
      wide={reply.isWide}
      isHome={reply.isHome}
      assets={house.assetsFor(visit.jurisdiction)}
      island={reply.island}
      formToken={tokenPlace}
      promise={await promiseOn(visit, reply)}
      done={doneBefore(frame)}
    />
  )
  // Every page is rendered without waiting: what it shows was read before.
  const whole = `${shell.toString() as string}`
  const html = reply.status >= 400 ? nameErrors(whole) : whole
  keep?.(html)
  const response = await written(frame, html, reply.status)
  if (reply.isSecret) {
    response.headers.set('referrer-policy', 'no-referrer')
    response.headers.set('cache-control', 'private, no-store')
  }
  if (reply.leadsTo !== undefined) response.headers.set('refresh', `0; url=${reply.leadsTo}`)
  return response
}

/** `hx-push-url`: after an act the address is that of the page one would have been led to. */
async function respondWithPart(frame: Asked, { body, at }: PartReply): Promise<Response> {
  const whole: { toString: () => unknown } = <FormToken.Provider value={tokenPlace}>{body}</FormToken.Provider>
  const response = await written(frame, `${whole.toString() as string}`, 200)
  if (at !== undefined) response.headers.set('hx-push-url', at)
  return response
}

/** Only who is signed in has done something; a visitor's page is kept for the next one. */
function doneBefore({ house, session, context }: Asked): Done | undefined {
  return session ? readDone(getCookie(context, doneCookie(house.isSecure()))) : undefined
}

/** The way to this page; its own name comes last and once, without the case's question that stands before it. */
function trailTo({ crumbs, title, titleLang }: PageReply): readonly Crumb[] {
  const last = crumbs.at(-1)
  if (!last) return []
  if (title.startsWith(last.text))
    return [...crumbs.slice(0, -1), { text: last.text, href: '', lang: titleLang ?? last.lang }]
  const question = crumbs[1]?.text
  const name = question && title.endsWith(`: ${question}`) ? title.slice(0, -question.length - 2) : title
  return [...crumbs, { text: name, href: '', lang: titleLang }]
}

/** A page made for another visitor a moment ago. */
export function respondKept(asked: Asked, html: string): Promise<Response> {
  return written(asked, html, 200)
}

/** The page as this reader gets it: with her own form token, and a cookie for it where she has none. */
function written({ house, visit, session, context }: Asked, whole: string, status: number): Promise<Response> {
  const isSecure = house.isSecure()
  const hasForm = whole.includes(tokenPlace)
  const known = session ?? getCookie(context, formCookie(isSecure))
  const cookie = known ?? (hasForm ? newToken() : '')
  const html = hasForm ? whole.replaceAll(tokenPlace, formTokenOf(cookie)) : whole
  const headers = new Headers({
    'content-type': 'text/html; charset=utf-8',
    vary: 'cookie, accept-encoding',
  })
  // The page that waits for a code names an address.
  headers.set(
    'cache-control',
    session || visit.attempt || visit.letter || visit.challenge || visit.errand
      ? 'private, no-store'
      : hasForm
        ? 'private, no-cache'
        : 'no-cache',
  )
  if (hasForm && !known)
    headers.append('set-cookie', setCookie({ name: formCookie(isSecure), value: cookie }, isSecure))
  if (session && getCookie(context, doneCookie(isSecure)))
    headers.append('set-cookie', setCookie({ name: doneCookie(isSecure), value: null }, isSecure))
  return withEtag(context, { text: html, headers, status })
}

type Written = { readonly text: string; readonly headers: Headers; readonly status: number }

async function withEtag(context: Context, { text, headers, status }: Written): Promise<Response> {
  if (context.req.method === 'GET' && status === 200) {
    const etag = `W/"${createHash('sha1').update(text).digest('base64url')}"`
    headers.set('etag', etag)
    if (context.req.header('if-none-match') === etag) return new Response(null, { status: 304, headers })
  }
  const { body, packing } = await packQuickly(text, packingFor(context.req.header('accept-encoding')))
  if (packing !== 'plain') headers.set('content-encoding', packing)
  return new Response(body, { status, headers })
}

function respondWithRedirect({ house, visit }: Asked, { to, cookies = [], done }: RedirectReply): Response {
  const isSecure = house.isSecure()
  const headers = new Headers({ location: to, 'cache-control': 'no-store' })
  const said = done ? [sayNext(done, { isSecure, now: visit.now })] : []
  for (const cookie of [...cookies, ...said]) headers.append('set-cookie', setCookie(cookie, isSecure))
  // Whoever uses this browser next finds nothing of hers in it. Browsers take it over HTTPS alone, and complain elsewhere.
  if (isSecure && cookies.some((cookie) => isSignOut(cookie, visit)))
    headers.set('clear-site-data', '"cache", "storage"')
  return new Response(null, { status: 303, headers })
}

function isSignOut({ name, value }: Cookie, { jurisdiction }: Asked['visit']): boolean {
  return value === null && name === sessionCookie(jurisdiction.slug, true)
}
