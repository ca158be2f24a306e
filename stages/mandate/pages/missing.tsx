import { fieldId, List, Section } from '../../../ui/index.ts'
import type { Gap, RequiredField } from '../rules.ts'
import type { EditPageProps, MandatePageProps } from './props.ts'
import type { MandateWriter } from './lines.ts'

type MissingProps = MandateWriter & Pick<MandatePageProps, 'problem' | 'gaps' | 'may'>

/** What stands in the way of adoption; each links to the field that mends it, for those who may write there. */
export function Missing(props: MissingProps) {
  const { say, gaps } = props
  return (
    <Section id="missing" title={say('missing.title')}>
      {gaps.length === 0 ? <p>{say('missing.none')}</p> : <MissingList {...props} />}
    </Section>
  )
}

/** Beside the long form, with links into it. */
export function MissingBeside(props: MissingProps & Pick<EditPageProps, 'hasDraft'>) {
  const { say, gaps, hasDraft } = props
  // Before the first save there is nothing to check: an empty form is not a complete one.
  const none = say(hasDraft ? 'missing.none' : 'missing.unsaved')
  return (
    <Section id="missing" title={say('missing.title')} size="aside">
      {gaps.length === 0 ? <p class="fm-small">{none}</p> : <MissingList {...props} />}
    </Section>
  )
}

/** What politicians and staff write, apart from what only the politicians who lead the case can answer. */
export function MissingList(props: MissingProps) {
  const { say, gaps } = props
  const parts = [
    { id: 'to-write', title: say('missing.to-write'), lines: gaps.filter((gap) => gap.kind === 'field') },
    { id: 'to-answer', title: say('missing.to-answer'), lines: gaps.filter((gap) => gap.kind === 'gate') },
  ].filter(({ lines }) => lines.length > 0)
  return (
    <>
      {parts.map(({ id, title, lines }) => (
        <Section id={id} title={title} level={3} size="mid">
          <List
            isTight
            items={lines.map((gap) => (
              <GapLine {...props} gap={gap} />
            ))}
          />
        </Section>
      ))}
    </>
  )
}

function GapLine({ reader, say, problem, may, gap }: MissingProps & { readonly gap: Gap }) {
  const text = gapText(say, gap)
  const slug = { problem: problem.slug }
  if (gap.kind === 'gate') {
    return may.gate ? (
      <a href={`${reader.to('mandate.gate', slug)}#${fieldId(`answer-${gap.question}`)}`}>{text}</a>
    ) : (
      text
    )
  }
  return may.edit ? <a href={`${reader.to('mandate.edit', slug)}#${fieldId(inputOf[gap.field])}`}>{text}</a> : text
}

function gapText(say: MissingProps['say'], gap: Gap): string {
  if (gap.kind === 'gate')
    return say(gap.why === 'no' ? 'missing.no' : 'missing.unanswered', { question: say(`gate.${gap.question}`) })
  return gap.why === 'missing' ? say('missing.field', { field: say(`field.${gap.field}`) }) : say(`missing.${gap.why}`)
}

/** The first input of each field in the form. */
const inputOf: Readonly<Record<RequiredField, string>> = {
  question: 'question',
  background: 'background',
  tasks: 'tasks',
  outOfScope: 'outOfScope',
  promise: 'promise',
  matters: 'matter-1',
  answerRule: 'answerCount',
  parentBody: 'parentBody',
  recipientBody: 'recipientBody',
  politicians: 'politicians',
  citizens: 'citizens',
  profiles: 'name-1',
  startsOn: 'startsOn',
  endsOn: 'endsOn',
  meetings: 'meetings',
  economicFrame: 'economicFrame',
}
