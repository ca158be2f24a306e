import type { Child } from 'hono/jsx'
import { Heading, type Level } from './heading.tsx'

export type HeadProps = {
  /** Small words above the title: "Opened by the town council on 14 January 2025". */
  readonly eyebrow?: Child | undefined
  readonly title: Child
  readonly lead?: Child | undefined
  readonly size?: 's' | undefined
  readonly children?: Child | undefined
}

/** The top of a page: its one h1. */
export function Head({ eyebrow, title, lead, size, children }: HeadProps) {
  return (
    <div class="fm-head">
      {eyebrow ? <p class="fm-eyebrow">{eyebrow}</p> : null}
      <h1 class={size ? 'fm-h1-s' : undefined}>{title}</h1>
      {lead ? <p class="fm-lead">{lead}</p> : null}
      {children}
    </div>
  )
}

export type SectionProps = {
  readonly id: string
  readonly title: Child
  readonly level?: Level | undefined
  /** A link at the end of the title's line. */
  readonly more?: { readonly href: string; readonly text: string } | undefined
  readonly lead?: Child | undefined
  /** `aside`: a smaller title, for the narrow column. */
  readonly size?: 'aside' | 'mid' | undefined
  readonly isTitleHidden?: boolean | undefined
  readonly children?: Child | undefined
}

/** A titled part of a page. */
export function Section({ id, title, level = 2, more, lead, size, isTitleHidden, children }: SectionProps) {
  const heading = (
    <Heading level={level} id={id} class={isTitleHidden ? 'fm-vh' : size ? `fm-h-${size}` : undefined}>
      {title}
    </Heading>
  )
  return (
    <section class={size ? 'fm-stack' : 'fm-sec'} aria-labelledby={id}>
      {isTitleHidden ? (
        heading
      ) : (
        <div class={lead ? 'fm-head' : undefined}>
          <div class="fm-sec__head">
            {heading}
            {more ? (
              <a class="fm-small fm-link" href={more.href}>
                {more.text}
              </a>
            ) : null}
          </div>
          {lead ? <p class="fm-text fm-muted">{lead}</p> : null}
        </div>
      )}
      {children}
    </section>
  )
}

export type ColumnsProps = {
  readonly main: Child
  readonly aside: Child
  /** `wide` gives the aside 26 rem, `even` half. */
  readonly shape?: 'wide' | 'even' | undefined
  /** What has to be read first stands first on a phone. For an aside without links or fields. */
  readonly isAsideFirst?: boolean | undefined
}

/** Main matter and what stands beside it; under each other on a phone. */
export function Columns({ main, aside, shape, isAsideFirst }: ColumnsProps) {
  const extra = shape === 'wide' ? ' fm-cols--wideaside' : shape === 'even' ? ' fm-cols--even' : ''
  return (
    <div class={`fm-cols${extra}${isAsideFirst ? ' is-aside-first' : ''}`}>
      <div class="fm-stack fm-stack--8">{main}</div>
      <div class="fm-stack fm-stack--8">{aside}</div>
    </div>
  )
}

export type TopAndBesideProps = {
  readonly top: Child
  readonly topAside: Child
  readonly main: Child
  /** Null where all of it stands beside the top. */
  readonly aside: Child | null
}

/** Two columns that run on by themselves: a tall aside leaves no hole under the top. On a phone in the order of the props. */
export function TopAndBeside({ top, topAside, main, aside }: TopAndBesideProps) {
  return (
    <div class="fm-beside">
      {[top, topAside, main, ...(aside === null ? [] : [aside])].map((part) => (
        <div class="fm-stack fm-stack--8">{part}</div>
      ))}
    </div>
  )
}

type Gap = '2' | '3' | '4' | '6' | '8'

/** Things under each other; `gap` counts steps of 4 px. */
export function Stack({ gap = '4', children }: { readonly gap?: Gap | undefined; readonly children: Child }) {
  return <div class={gap === '4' ? 'fm-stack' : `fm-stack fm-stack--${gap}`}>{children}</div>
}

/** Things beside each other, wrapping. */
export function Row({ isSpread, children }: { readonly isSpread?: boolean | undefined; readonly children: Child }) {
  return <div class={isSpread ? 'fm-row fm-row--between' : 'fm-row'}>{children}</div>
}

/** A surface with a line around it. */
export function Panel({ children }: { readonly children: Child }) {
  return <div class="fm-panel fm-stack">{children}</div>
}

/** Panels side by side, as many as fit. */
export function Grid({ children }: { readonly children: Child }) {
  return <div class="fm-grid">{children}</div>
}

export type ListProps = {
  readonly items: readonly Child[]
  readonly isTight?: boolean | undefined
  readonly isOrdered?: boolean | undefined
}

/** Rows with a line between them. */
export function List({ items, isTight, isOrdered }: ListProps) {
  const Tag = isOrdered ? 'ol' : 'ul'
  return (
    <Tag class={isTight ? 'fm-list fm-list--tight' : 'fm-list'}>
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </Tag>
  )
}

/** Words for those who do not see the page. */
export function Spoken({ children }: { readonly children: Child }) {
  return <span class="fm-vh">{children}</span>
}

/** Small second words. */
export function Small({ children }: { readonly children: Child }) {
  return <p class="fm-mini">{children}</p>
}
