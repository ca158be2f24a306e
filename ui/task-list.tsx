import type { Child } from 'hono/jsx'
import { Heading, type Level } from './heading.tsx'

export type Task = {
  readonly name: string
  /** Left out while it cannot be started. */
  readonly href?: string | undefined
  readonly line?: Child | undefined
  readonly date?: string | undefined
  /** A `<StateTag>`. */
  readonly tag: Child
}

export type TaskListProps = {
  readonly id: string
  readonly title: string
  /** The phase's number, in a ring. */
  readonly number?: number | undefined
  /** "5 of 5 done" */
  readonly sum?: string | undefined
  readonly tasks: readonly Task[]
  readonly level?: Level | undefined
}

/** What there is to do in one phase, each with its date and state. */
export function TaskList({ id, title, number, sum, tasks, level = 2 }: TaskListProps) {
  return (
    <section class="fm-phase" aria-labelledby={id}>
      <div class="fm-phase__h">
        <Heading level={level} id={id}>
          {number === undefined ? null : <span class="fm-phase__n">{number}</span>}
          {title}
        </Heading>
        {sum ? <span class="fm-mini">{sum}</span> : null}
      </div>
      <ul class="fm-plain fm-tasks">
        {tasks.map(({ name, href, line, date, tag }) => (
          <li class="fm-task">
            <div>
              {href ? (
                <a class="fm-task__name fm-link" href={href}>
                  {name}
                </a>
              ) : (
                <span class="fm-task__name">{name}</span>
              )}
              {line ? <p class="fm-mini">{line}</p> : null}
            </div>
            <span class="fm-mini fm-num">{date}</span>
            {tag}
          </li>
        ))}
      </ul>
    </section>
  )
}
