import type { Child } from 'hono/jsx'

export type Level = 1 | 2 | 3 | 4

export type HeadingProps = {
  readonly level: Level
  readonly id?: string | undefined
  readonly class?: string | undefined
  readonly children: Child
}

/** A heading whose level its page decides. */
export function Heading({ level, id, class: name, children }: HeadingProps) {
  const Tag = `h${level}` as const
  return (
    <Tag id={id} class={name}>
      {children}
    </Tag>
  )
}
