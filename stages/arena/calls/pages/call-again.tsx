import { Button, DateField, Form, Section } from '../../../../ui/index.ts'
import { profileName, type Arena } from '../../arena.ts'
import type { PeoplePageProps } from '../../pages/props.ts'
import { callsWords, type SayCalls } from '../messages/words.ts'

/** Offered when seats are free and too few people are left for them. */
export function CallAgain({ reader, problem, arena, sought, errors, typed }: PeoplePageProps) {
  if (sought === null) return null
  const say = callsWords.say(reader.lang)
  const forgetOn = arena.setUp?.forgetOn
  return (
    <Section id="call-again" title={say('again.title')} lead={say('again.lead')}>
      <ul class="fm-small">
        {sought.map(({ profile, free, left }) => (
          <li>{say('again.seat', { profile: profileName(arena, profile), free, left })}</li>
        ))}
      </ul>
      <Form action={reader.to('arena.call-again', { problem: problem.slug })} labelledBy="call-again">
        <DateField
          name="until-again"
          label={say('again.until')}
          help={forgetOn ? say('again.until-help', { day: reader.time.day(forgetOn) }) : undefined}
          required
          typed={typed}
          errors={errors}
        />
        <Button>{say('again.send')}</Button>
      </Form>
    </Section>
  )
}

/** That the call was opened again, and for which seats; null where it was not. */
export function openedFor(say: SayCalls, { call, rule }: Pick<Arena, 'call' | 'rule'>, isOpen: boolean): string | null {
  if (!call?.again) return null
  const { profiles } = call.again
  const names = rule.profiles.filter(({ id }) => profiles.includes(id)).map(({ name }) => name)
  return say(isOpen ? 'page.open-for' : 'page.was-open-for', { profiles: names.join(', ') })
}
