import type { Child } from 'hono/jsx'
import { createContext } from 'hono/jsx'
import type { Role } from './face.tsx'

export type FrameLink = {
  readonly href: string
  readonly text: string
  readonly current?: boolean | undefined
}

export type FrameLanguage = {
  readonly lang: string
  readonly text: string
  readonly href: string
  readonly current: boolean
}

/** What a form posts with a hidden field: where, and what the button says. */
export type FrameAct = { readonly action: string; readonly text: string }

/** What is the same on every page of one request; `app` composes it once. */
export type Frame = {
  readonly jurisdiction: {
    readonly name: string
    readonly tagline: string
    readonly href: string
    readonly theme?: { readonly accent: string; readonly brand: string } | undefined
  }
  /** A line over everything: a fictional town, a demonstration. */
  readonly banner?: Child | undefined
  readonly nav: readonly FrameLink[]
  readonly languages: readonly FrameLanguage[]
  readonly me?:
    | {
        readonly name: string
        readonly href: string
        /** What the way to her own page is called in the menu. */
        readonly text: string
        readonly role?: Role | undefined
        /** What she was told and has not read, with the word for it: 28, "unread". */
        readonly news?: { readonly count: number; readonly word: string } | undefined
        readonly signOut?: FrameAct | undefined
      }
    | undefined
  readonly signIn?: FrameLink | undefined
  readonly footer: readonly FooterBlock[]
  readonly words: FrameWords
}

export type FooterBlock = {
  readonly heading: string
  readonly lines?: readonly Child[] | undefined
  readonly links?: readonly FrameLink[] | undefined
}

export type FrameWords = {
  readonly skip: string
  readonly menu: string
  /** Name of the main navigation for screen readers. */
  readonly main: string
  readonly languages: string
  /** Name of the breadcrumbs: "You are here". */
  readonly crumbs: string
  /** Last line of the footer. */
  readonly base: Child
  /** Spoken before a field's complaint: "Error:". */
  readonly error: string
  /** After the label of a field that may stay empty: "(not required)". */
  readonly optional: string
  /** `{n}` is the number: "Up to {n} characters". */
  readonly charactersMost: string
  /** "Characters left: {n}" */
  readonly charactersLeft: string
  /** "Characters too many: {n}" */
  readonly charactersOver: string
}

/** Words that fields need; `PageShell` provides them. */
export type FieldWords = Pick<FrameWords, 'error' | 'optional' | 'charactersMost' | 'charactersLeft' | 'charactersOver'>

const noWords: FieldWords = {
  error: '',
  optional: '',
  charactersMost: '',
  charactersLeft: '',
  charactersOver: '',
}

export const FieldWordsContext = createContext<FieldWords>(noWords)

/** The request's form token; `PageShell` provides it, `Form` sends it back. */
export const FormToken = createContext('')
