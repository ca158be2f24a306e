import type { MeetingPageProps } from '../../pages/meeting-props.ts'
import { ButtonLink } from '../../../../ui/index.ts'
import { attendanceWords } from '../messages/words.ts'

export type ComingLinkProps = Pick<MeetingPageProps, 'reader'> & {
  readonly own: NonNullable<MeetingPageProps['own']>
}

/** On a phone the question whether she comes stands far below the agenda: this leads there. */
export function ComingLink({ reader, own }: ComingLinkProps) {
  const say = attendanceWords.say(reader.lang)
  return own.answer === null ? (
    <ButtonLink href="#presence" size="sm" icon="people">
      {say('link.ask')}
    </ButtonLink>
  ) : (
    <ButtonLink href="#presence" size="sm" icon="people" variant="secondary">
      {say('link.said', { answer: say(`say.${own.answer}`, { name: own.substitute ?? '' }) })}
    </ButtonLink>
  )
}
