import { formTokenOf } from '../platform/http/index.ts'
import { testOrigin, type Page, type TestHouse, type Typed } from './testing.ts'

/**
 * A browser that keeps its cookies and the token of its page, as browsers do: for what happens while somebody signs in or out.
 * Paths are whole.
 */
export type Jar = {
  readonly cookies: Map<string, string>
  readonly get: (path: string) => Promise<Page>
  /** With the token of the page it shows; after a redirect, the token the next page would have. */
  readonly post: (path: string, typed?: Typed, headers?: Readonly<Record<string, string>>) => Promise<Page>
}

const fromHere = { origin: testOrigin, 'sec-fetch-site': 'same-origin' }

export function openJar(ask: TestHouse['ask'], slug: string): Jar {
  const cookies = new Map<string, string>()
  let shown: string | undefined
  const asked = async (path: string, init: RequestInit = {}): Promise<Page> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await ask(path, {
      ...init,
      headers: { 'accept-language': 'en', ...init.headers, ...(cookie ? { cookie } : {}) },
    })
    for (const line of response.headers.getSetCookie()) keep(cookies, line)
    const { status, headers } = response
    const html = await response.text()
    shown = /name="form-token" value="([^"]+)"/.exec(html)?.[1]
    return { status, headers, html, to: headers.get('location') }
  }
  return {
    cookies,
    get: (path) => asked(path),
    post: async (path, typed = {}, headers = fromHere) => {
      const token = shown ?? formTokenOf(cookies.get(`folkmoot-${slug}`) ?? cookies.get('folkmoot_form') ?? '')
      const body = new URLSearchParams()
      for (const [name, values] of Object.entries({ 'form-token': token, ...typed }))
        for (const value of [values].flat()) body.append(name, value)
      return asked(path, { method: 'POST', headers, body })
    },
  }
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split('; ')
  const at = pair.indexOf('=')
  if (attributes.includes('Max-Age=0')) cookies.delete(pair.slice(0, at))
  else cookies.set(pair.slice(0, at), pair.slice(at + 1))
}

/** The newest code mailed to this address. */
export async function codeMailedTo(house: TestHouse, email: string): Promise<string> {
  const rows = await house.asOwner(
    `select data->>'text' as text from pgboss.job where name = 'mail.send' and data->>'to' = $1 order by created_on desc limit 1`,
    [email],
  )
  const code = /\b\d{4}(?: \d{4})+\b/.exec(String(rows[0]?.['text']))?.[0]
  if (code === undefined) throw new Error(`no code was mailed to ${email}`)
  return code
}
