import { ButtonLink, Section, Stack, StateTag, type IconName, type TagColor } from '../../../../ui/index.ts'
import type { SaySupport } from '../../supports/messages/words.ts'
import { SupportBox } from '../../supports/pages/support-box.tsx'
import type { Business } from '../../business.ts'
import type { AgendaState } from '../rules.ts'
import { bodyName, Debts, type DebtsProps } from './debts.tsx'
import { spanOf } from './rule-words.tsx'

export type StandingPartProps = DebtsProps & {
  readonly saySupport: SaySupport
  /** Which body has adopted a mandate on it. */
  readonly business: readonly Business[]
}

/** The state as a tag, also at the top of the page: before any scrolling. */
export function StandingTag({ say, standing: { state } }: Pick<StandingPartProps, 'say' | 'standing'>) {
  return state === 'none' ? null : <StateTag {...looks[state]}>{say(`state.${state}`)}</StateTag>
}

const looks: Readonly<Record<Exclude<AgendaState, 'none'>, { readonly icon: IconName; readonly color: TagColor }>> = {
  elsewhere: { icon: 'refer', color: 'info' },
  collecting: { icon: 'people', color: 'brand1' },
  closed: { icon: 'empty', color: 'neutral' },
  owed: { icon: 'clock', color: 'warning' },
  late: { icon: 'late', color: 'danger' },
  lapsed: { icon: 'empty', color: 'neutral' },
  mandate: { icon: 'agree', color: 'success' },
  'taken-up': { icon: 'agree', color: 'success' },
  refused: { icon: 'disagree', color: 'danger' },
  referred: { icon: 'refer', color: 'info' },
  given: { icon: 'document', color: 'success' },
}

/** Where the problem stands on its way to the body: supports, the window, what is owed, what was answered. */
export function StandingPart(props: StandingPartProps) {
  const { say, standing } = props
  const { state } = standing
  if (state === 'none') return null
  return (
    <>
      <Section id="supports" title={say('standing.title')}>
        <Stack gap="2">
          <p>
            <StandingTag {...props} />
          </p>
          {state === 'elsewhere' ? (
            <p class="fm-small">{say('standing.elsewhere')}</p>
          ) : (
            <SupportBox reader={props.reader} say={props.saySupport} standing={standing} />
          )}
          {state === 'collecting' || state === 'owed' || state === 'late' ? (
            <p class="fm-small">{promiseLine(props)}</p>
          ) : null}
          <Adopted {...props} />
          <Earlier {...props} />
          <Again {...props} />
        </Stack>
      </Section>
      <Debts {...props} />
    </>
  )
}

/** Who must answer, and within what time: what this problem's own rule promises. */
function promiseLine({ reader, say, standing }: StandingPartProps) {
  const { agenda } = standing
  if (!agenda) return null
  return (
    <>
      {say('standing.promise', { body: bodyName(standing, agenda.rule.body), span: spanOf(say, agenda.rule.answer) })}{' '}
      <a class="fm-link" href={`${reader.to('problem.agenda')}#rule-${agenda.rule.version}`}>
        {say('standing.rule', { version: agenda.rule.version })}
      </a>
    </>
  )
}

/** Why nothing is collected any more, where a mandate is the reason. */
function Adopted({ reader, say, business, standing: { agenda, problem } }: StandingPartProps) {
  const mandate = business.find(({ why }) => why === 'mandate')
  if (!mandate || !agenda?.settledAt) return null
  return (
    <p class="fm-small">
      {say('standing.mandate', { body: mandate.bodyName })}{' '}
      <a class="fm-link" href={reader.to('mandate.page', { problem: problem.slug })}>
        {say('standing.mandate-read')}
      </a>
    </p>
  )
}

function Earlier({ reader, say, standing: { earlier } }: StandingPartProps) {
  if (!earlier) return null
  return (
    <p class="fm-small">
      {say('standing.earlier')}{' '}
      <a href={reader.to('problem.page', { problem: earlier.problem.slug })}>{earlier.problem.question}</a>.{' '}
      {earlier.newFacts ? say('standing.new-facts', { words: earlier.newFacts }) : ''}
    </p>
  )
}

/** How a matter that has ended may come back. */
function Again({ reader, say, standing: { again, state, problem, agenda } }: StandingPartProps) {
  if (again === null || !agenda) return null
  return (
    <>
      {state === 'lapsed' ? (
        <p class="fm-small">
          {say('owed.again', { day: reader.time.day(again) })}{' '}
          {agenda.rule.againWithNewFacts ? say('again.new-facts') : ''}
        </p>
      ) : null}
      <p>
        <ButtonLink
          size="sm"
          variant="secondary"
          href={`${reader.to('problem.new')}?again=${encodeURIComponent(problem.slug)}`}
        >
          {say('standing.raise-again')}
        </ButtonLink>
      </p>
    </>
  )
}
