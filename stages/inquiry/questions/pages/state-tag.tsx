import { StateTag, type IconName, type TagColor } from '../../../../ui/index.ts'
import { inquiryWords } from '../../messages/words.ts'
import { isUnsaid, standingOf, type Standing } from '../rules.ts'
import type { Question } from '../store.ts'

const looks: Readonly<Record<Standing, { readonly icon: IconName; readonly color: TagColor }>> = {
  waiting: { icon: 'clock', color: 'brand1' },
  reopened: { icon: 'undo', color: 'warning' },
  answered: { icon: 'talk', color: 'info' },
  settled: { icon: 'agree', color: 'success' },
}

/** Waiting, reopened, answered, or answered in the asker's eyes too; overdue says so itself. */
export function QuestionTag({
  lang,
  question,
  now,
}: {
  readonly lang: string
  readonly question: Question
  readonly now: Temporal.Instant
}) {
  const say = inquiryWords.say(lang)
  const isOverdue = !question.hasReply && question.dueAt !== null && Temporal.Instant.compare(question.dueAt, now) < 0
  if (isOverdue)
    return (
      <StateTag icon="late" color="danger">
        {say('state.overdue')}
      </StateTag>
    )
  if (isUnsaid(question, now) && question.source === null)
    return (
      <StateTag icon="talk" color="neutral">
        {say('state.unsaid')}
      </StateTag>
    )
  const standing = standingOf(question)
  return <StateTag {...looks[standing]}>{say(`state.${standing}`)}</StateTag>
}
