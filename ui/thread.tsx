import type { Child } from 'hono/jsx'
import { ordered, type ThreadGraph } from './thread-graph.ts'
import { ThreadTall } from './thread-tall.tsx'
import { ThreadWide } from './thread-wide.tsx'

export type ThreadProps = {
  readonly graph: ThreadGraph
  /** Unique on the page. */
  readonly id?: string | undefined
  readonly words: {
    /** "The thread of this problem, from what people told us to what came of it" */
    readonly title: string
    /** How to read it: "… The width of a strand is the number of contributions behind it. Every box is a link." */
    readonly description: string
    readonly done: string
    readonly promised: string
    readonly ended: string
  }
  /** What is counted, the source and its date, a link to the data. */
  readonly source: Child
  /** The column whose order stands, recommendations; the others follow it. */
  readonly anchor?: number | undefined
  /** The first column of promises: commitments. */
  readonly copperFrom?: number | undefined
  readonly dir?: 'ltr' | 'rtl' | undefined
}

/**
 * The product's signature: from what people said to what came of it, in one picture. Dashed is promised, a full
 * line is done, what ends ends in a knot. Pointing at a box, or moving to it with the keyboard, lights its path.
 * Put a `<ThreadTable>` of the same graph right after it.
 */
export function Thread({ graph, id = 'thread', words, source, anchor = 2, copperFrom = 4, dir }: ThreadProps) {
  const picture = {
    graph: ordered(graph, anchor),
    id,
    title: words.title,
    description: words.description,
    copperFrom,
    isRtl: dir === 'rtl',
  }
  return (
    <figure class="fm-loom">
      <div class="fm-key">
        <span>
          <svg width="34" height="12" aria-hidden="true" focusable="false">
            <path d="M1 3h32M1 6h32M1 9h32" class="k1" />
          </svg>
          {words.done}
        </span>
        <span>
          <svg width="34" height="12" aria-hidden="true" focusable="false">
            <path d="M1 3h32M1 6h32M1 9h32" class="k2" />
          </svg>
          {words.promised}
        </span>
        <span>
          <svg width="34" height="12" aria-hidden="true" focusable="false">
            <path d="M1 6h22" class="k3" />
            <circle cx="26" cy="6" r="5" class="k4" />
          </svg>
          {words.ended}
        </span>
      </div>
      <ThreadWide {...picture} />
      <ThreadTall {...picture} />
      <figcaption class="fm-mini">{source}</figcaption>
    </figure>
  )
}
