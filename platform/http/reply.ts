import type { JSX } from 'hono/jsx/jsx-runtime'

type Markup = JSX.Element

export type Crumb = { readonly text: string; readonly href: string; readonly lang?: string | undefined }

/** A page without its frame: `app` puts the jurisdiction's header, footer and styles around it. */
export type PageReply = {
  readonly kind: 'page'
  readonly status: 200 | 400 | 403 | 404 | 409 | 413 | 421 | 422 | 429 | 500 | 503
  readonly title: string
  /** Where the title is a person's words, the language she wrote in. */
  readonly titleLang?: string | undefined
  readonly body: Markup
  readonly crumbs: readonly Crumb[]
  /** Room for tables, maps and drafts. */
  readonly isWide: boolean
  /** The home of a place: its greeting stands on the skyline. */
  readonly isHome?: boolean | undefined
  /** Its address opens something: no other page is told where the reader comes from, and nothing keeps it. */
  readonly isSecret?: boolean | undefined
  /** Browser code only this page needs: a name of `app/assets.ts`. */
  readonly island?: Island | undefined
  /** An address elsewhere that the page leads on to by itself. A form may not: what it leads to must be ours. */
  readonly leadsTo?: string | undefined
}

export type Island = 'draft-editor' | 'draw-replay'

/** What was done, in one sentence; and what happens next and when. */
export type Done = { readonly text: string; readonly next?: string | undefined }

/** What changes of a page that is there already, for a piece of it that asked: no frame. */
export type PartReply = {
  readonly kind: 'part'
  readonly body: Markup
  /** Where the page is from now on: what a reload asks for. */
  readonly at?: string | undefined
}

export type RedirectReply = {
  readonly kind: 'redirect'
  readonly to: string
  readonly cookies?: readonly Cookie[]
  /** Said once, at the top of the page one comes to. */
  readonly done?: Done
}

export type FileReply = {
  readonly kind: 'file'
  readonly body: string | Uint8Array<ArrayBuffer>
  readonly mediaType: string
  readonly downloadAs?: string
  /** Meant for one reader: neither her browser nor anything between keeps it. What is made for somebody signed in always is. */
  readonly isPrivate?: boolean
}

export type NotFoundReply = { readonly kind: 'not-found' }

/** The finished sentence of a refusal, for acts whose page has nothing better to show it on. */
export type RefusedReply = {
  readonly kind: 'refused'
  readonly status: 403 | 409
  readonly text: string
  /** Where who was refused goes on; without it the first page, or the bench. */
  readonly wayOn?: WayOn | undefined
}
export type WayOn = { readonly href: string; readonly text: string }

export type Reply = PageReply | PartReply | RedirectReply | FileReply | NotFoundReply | RefusedReply

/** `value: null` takes the cookie away. */
export type Cookie = { readonly name: string; readonly value: string | null; readonly expires?: Temporal.Instant }

export type PageOptions = {
  readonly title: string
  readonly titleLang?: string | undefined
  readonly body: Markup
  readonly crumbs?: readonly Crumb[]
  readonly status?: PageReply['status']
  readonly isWide?: boolean
  readonly isHome?: boolean
  readonly isSecret?: boolean
  readonly island?: Island
  readonly leadsTo?: string
}

export function page({
  title,
  titleLang,
  body,
  crumbs = [],
  status = 200,
  isWide = false,
  isHome = false,
  isSecret = false,
  island,
  leadsTo,
}: PageOptions): PageReply {
  return { kind: 'page', status, title, titleLang, body, crumbs, isWide, isHome, isSecret, island, leadsTo }
}

export function part(body: Markup, at?: string): PartReply {
  return { kind: 'part', body, at }
}

/** After an act: 303, so that reloading the page does not act again. */
export function redirect(to: string, cookies?: readonly Cookie[]): RedirectReply {
  return cookies ? { kind: 'redirect', to, cookies } : { kind: 'redirect', to }
}

/** After an act, to a page that says first what was done and what happens next. */
export function redirectSaying(to: string, done: Done): RedirectReply {
  return { kind: 'redirect', to, done }
}

export function file(reply: Omit<FileReply, 'kind'>): FileReply {
  return { kind: 'file', ...reply }
}

export function notFound(): NotFoundReply {
  return { kind: 'not-found' }
}

export function refused(text: string, status: RefusedReply['status'] = 409, wayOn?: WayOn): RefusedReply {
  return { kind: 'refused', status, text, wayOn }
}
