import type { Reader } from '../platform/http/index.ts'
import type { Waiting } from '../platform/thread/index.ts'
import { ButtonLink, Clock, Spoken, Todo, TodoList } from '../ui/index.ts'
import { DueClock } from './due-clock.tsx'

export type TodosProps = {
  readonly reader: Reader
  readonly now: Temporal.Instant
  readonly waiting: readonly Waiting[]
  /** "No date" */
  readonly noDate: string
}

/** What waits, each done in one or two presses. */
export function Todos({ reader, now, waiting, noDate }: TodosProps) {
  return (
    <TodoList>
      {waiting.map((one) => (
        <Todo
          title={one.title}
          line={one.detail}
          clock={
            one.due ? (
              <DueClock due={one.due} now={now} time={reader.time} common={reader.common} size="s" />
            ) : one.since ? (
              <Clock
                state="today"
                share={1}
                words={reader.common('clock.since')}
                date={reader.time.weekday(one.since)}
                size="s"
              />
            ) : (
              <Clock state="ok" share={1} words={noDate} size="s" />
            )
          }
          actions={
            <ButtonLink size="sm" href={one.act.href}>
              {one.act.text}
              <Spoken>
                : {one.title}. {one.detail}
              </Spoken>
            </ButtonLink>
          }
        />
      ))}
    </TodoList>
  )
}
