import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Cookie, PageReply, Reply } from '../platform/http/index.ts'
import { formTokenOf, newToken, page } from '../platform/http/index.ts'
import { PageShell } from '../ui/page.tsx'
import { formCookie, setCookie } from './cookies.ts'
import type { Asked } from './asked.ts'
import { frameFor } from './frame.tsx'
import type { House } from './house.ts'
import { appWords } from './messages/words.ts'
import { Message } from './pages/message.tsx'
import { promiseOn } from './promise.ts'
import { securityHeaders, strictTransport } from './security.ts'

/** Turns a reply into a response: the page gets its frame, the refusal its sentence, the file its name. */
export async function answer(frame: Asked, reply: Reply): Promise<Response> {
  switch (reply.kind) {
    case 'page':
      return answerPage(frame, reply)
    case 'redirect':
      return answerRedirect(frame.house, reply.to, reply.cookies ?? [])
    case 'file': {
      const headers = new Headers({ ...securityHeaders, 'content-type': reply.mediaType, 'cache-control': 'no-cache' })
      if (reply.downloadAs) headers.set('content-disposition', `attachment; filename="${reply.downloadAs.replaceAll(/[^\w.-]/g, '_')}"`)
      return new Response(reply.body, { headers })
    }
    case 'refused':
      return answerPage(frame, messagePage(frame, reply.status, reply.text))
    case 'not-found': {
      const words = appWords.say(frame.visit.lang)
      return answerPage(frame, messagePage(frame, 404, words('not-found')))
    }
  }
}

function messagePage({ visit }: Asked, status: 403 | 404 | 409, text: string): PageReply {
  const words = appWords.say(visit.lang)
  const title = words(status === 404 ? 'not-found.title' : 'refused.title')
  return page({ title, status, body: <Message title={title} text={text} home={{ href: visit.to('home'), text: words('to-home') }} /> })
}

async function answerPage(frame: Asked, reply: PageReply): Promise<Response> {
  const { house, visit, session, context } = frame
  const known = session ?? getCookie(context, formCookie(house.isSecure()))
  const cookie = known ?? newToken()
  const token = formTokenOf(cookie)
  const isWrong = reply.status === 422
  const shell: { toString: () => unknown } = (
    <PageShell
      lang={visit.lang}
      dir={new Intl.Locale(visit.lang).getTextInfo?.().direction === 'rtl' ? 'rtl' : 'ltr'}
      title={isWrong ? visit.common('error-prefix', { title: reply.title }) : reply.title}
      frame={await frameFor(frame)}
      crumbs={reply.crumbs.length > 0 ? [...reply.crumbs, { text: reply.title, href: '' }] : []}
      body={reply.body}
      wide={reply.isWide}
      isHome={reply.isHome}
      assets={house.assetsFor(visit.jurisdiction)}
      formToken={token}
      promise={await promiseOn(visit, reply)}
    />
  )
  // Every page is rendered without waiting: what it shows was read before.
  const html = `${shell.toString() as string}`
  const headers = new Headers({ ...securityHeaders, 'content-type': 'text/html; charset=utf-8', 'vary': 'cookie, accept-encoding' })
  headers.set('cache-control', session ? 'private, no-store' : 'no-cache')
  if (house.isSecure()) headers.set('strict-transport-security', strictTransport)
  // Only a page with a form needs the visitor's cookie.
  if (!known && html.includes(token)) headers.append('set-cookie', setCookie({ name: formCookie(house.isSecure()), value: cookie }, house.isSecure()))
  return withEtag(context, { html, headers, status: reply.status })
}

type Written = { readonly html: string; readonly headers: Headers; readonly status: number }

function withEtag(context: Context, { html, headers, status }: Written): Response {
  const isPlain = context.req.method === 'GET' && status === 200
  if (isPlain) {
    const etag = `W/"${createHash('sha1').update(html).digest('base64url')}"`
    headers.set('etag', etag)
    if (context.req.header('if-none-match') === etag) return new Response(null, { status: 304, headers })
  }
  if (!context.req.header('accept-encoding')?.includes('gzip')) return new Response(html, { status, headers })
  headers.set('content-encoding', 'gzip')
  return new Response(gzipSync(html, { level: 4 }), { status, headers })
}

function answerRedirect(house: House, to: string, cookies: readonly Cookie[]): Response {
  const headers = new Headers({ ...securityHeaders, 'location': to, 'cache-control': 'no-store' })
  for (const cookie of cookies) headers.append('set-cookie', setCookie(cookie, house.isSecure()))
  return new Response(null, { status: 303, headers })
}
