import type { Child } from 'hono/jsx'

export type TrailProps = {
  readonly steps: readonly {
    /** What kind of step it is: "The council's answer". */
    readonly kind: string
    readonly title: Child
    readonly href: string
    /** "Accepted with changes"; empty where it has none. */
    readonly state: string
  }[]
}

/** What became of something, step after step on one strand; what it came to stands out. */
export function Trail({ steps }: TrailProps) {
  return (
    <ol class="fm-plain fm-trail">
      {steps.map(({ kind, title, href, state }) => (
        <li>
          <p class="fm-mini">
            {kind}
            {state ? (
              <>
                {': '}
                <strong>{state}</strong>
              </>
            ) : null}
          </p>
          <a href={href}>{title}</a>
        </li>
      ))}
    </ol>
  )
}
