import type { Child } from 'hono/jsx'
import { Heading, type Level } from './heading.tsx'
import { Icon, type IconName } from './icon.tsx'

export type PromiseBannerProps = {
  readonly title: string
  /** `<Clock>`s, the most pressing first. */
  readonly clocks?: Child | undefined
  /** How far it goes, what can change, what cannot: finished words. */
  readonly terms: readonly { readonly term: string; readonly text: Child }[]
  readonly level?: Level | undefined
  readonly id?: string | undefined
  /** A promise that is kept has a full line. */
  readonly isKept?: boolean | undefined
  readonly children?: Child | undefined
}

/** What was promised, by when, and what can still change. Stitched copper while it is open. */
export function PromiseBanner({ title, clocks, terms, level = 2, id, isKept, children }: PromiseBannerProps) {
  return (
    <section class={`fm-promise${isKept ? ' is-kept' : ''}`} aria-labelledby={id ?? 'promise'}>
      <Heading level={level} id={id ?? 'promise'}>
        <Icon name="promise" />
        <span>{title}</span>
      </Heading>
      {clocks}
      {terms.length > 0 ? (
        <dl>
          {terms.map(({ term, text }) => (
            <div>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {children}
    </section>
  )
}

export type PromiseLineProps = { readonly children: Child; readonly icon?: IconName | undefined }

/** One promise in one line: "The council answers by **3 March 2027**". */
export function PromiseLine({ children, icon = 'promise' }: PromiseLineProps) {
  return (
    <p class="fm-stitch">
      <Icon name={icon} />
      <span>{children}</span>
    </p>
  )
}
