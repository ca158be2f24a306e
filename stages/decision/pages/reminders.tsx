import { List, Section } from '../../../ui/index.ts'
import type { PackagePageProps } from './package-props.ts'

/** Of which promised day who was reminded, and when: the record of a silence is public too. */
export function Reminders({ reader, say, reminders }: PackagePageProps) {
  if (reminders.length === 0) return null
  const promises = Map.groupBy(reminders, ({ what, about, dueAt }) => `${what} ${about} ${dueAt.toString()}`)
  return (
    <Section id="reminders" title={say('reminder.title')} size="mid">
      <List
        isTight
        items={[...promises.values()].map((steps) => (
          <>
            {steps.slice(0, 1).map(({ what, dueAt }) => (
              <span>{say(`reminder.${what}`, { day: reader.time.day(dueAt) })}</span>
            ))}
            <span class="fm-mini">
              {steps.map(({ step, at }) => say(`reminder.${step}`, { day: reader.time.day(at) })).join(' · ')}
            </span>
          </>
        ))}
      />
    </Section>
  )
}
