import type { Reader } from '../../../../platform/http/index.ts'
import { People, Section } from '../../../../ui/index.ts'
import { staffingWords } from '../messages/words.ts'
import type { Staffing } from '../store.ts'

export type ServingSectionProps = {
  readonly reader: Reader
  readonly slug: string
  readonly serving: readonly Staffing[]
}

/** Beside the seats: who serves the group, and where it is said who does what. */
export function ServingSection({ reader, slug, serving }: ServingSectionProps) {
  const say = staffingWords.say(reader.lang)
  return (
    <Section id="serving" title={say('serving.title')} size="aside">
      {serving.length === 0 ? (
        <p class="fm-muted">{say('serving.none')}</p>
      ) : (
        <People
          isColumn
          people={serving.map(({ name, role }) => ({
            name,
            role: 'staff',
            line: [reader.common('staff'), reader.common(`role.${role}`)].join(' · '),
          }))}
        />
      )}
      <p class="fm-small">
        <a href={reader.to('arena.roles', { problem: slug })}>{say('link')}</a>
      </p>
      <p class="fm-small">
        <a href={reader.to('journey.workload', { problem: slug })}>{say('time')}</a>
      </p>
    </Section>
  )
}
