import { StateTag, TaskList } from '../../../../ui/index.ts'
import type { DrawPageProps } from './props.ts'

const steps = ['limits', 'pool', 'panels', 'drawn'] as const

/** The four steps, which are done and which is now. */
export function Steps({ say, reader, view }: DrawPageProps) {
  const { limits, pool, panels, standing } = view
  const call = standing.arena.call
  const done = [pool !== undefined, panels !== undefined, false, false]
  const dates = [limits?.setAt, pool?.committedAt, panels?.madeAt, undefined]
  // The first that is not done yet; the limits are done when the list that rests on them is locked.
  const now = panels ? 3 : pool ? 2 : call ? 1 : 0
  return (
    <TaskList
      id="steps"
      title={say('steps.title')}
      tasks={steps.map((step, at) => {
        const isDone = at < now || (done[at] === true && at === 0)
        const date = dates[at]
        const byBeacon = step === 'drawn' && view.beacon !== undefined
        return {
          name: say(byBeacon ? 'steps.beacon' : `steps.${step}`),
          line: say(byBeacon ? 'steps.beacon-text' : `steps.${step}-text`),
          date: date && isDone ? reader.time.day(date) : undefined,
          tag: isDone ? (
            <StateTag icon="agree" color="success">
              {say('steps.done')}
            </StateTag>
          ) : at === now ? (
            <StateTag icon="now" color="brand1">
              {say('steps.now')}
            </StateTag>
          ) : (
            <StateTag icon="empty" color="neutral">
              {say('steps.later')}
            </StateTag>
          ),
        }
      })}
    />
  )
}
