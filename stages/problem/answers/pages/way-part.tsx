import { ButtonLink, Section, Stack, StateTag, type IconName, type TagColor } from '../../../../ui/index.ts'
import type { SaySupport } from '../../supports/messages/words.ts'
import { SupportBox } from '../../supports/pages/support-box.tsx'
import type { Business } from '../../business.ts'
import type { WayState } from '../way-rules.ts'
import { bodyName, Debts, type DebtsProps } from './debts.tsx'
import { spanOf } from '../../agenda/pages/rule-words.tsx'

export type WayPartProps = DebtsProps & {
  readonly saySupport: SaySupport
  /** Which body has adopted a mandate on it. */
  readonly business: readonly Business[]
}

/** The state as a tag, also at the top of the page: before any scrolling. */
export function WayTag({ say, way: { state } }: Pick<WayPartProps, 'say' | 'way'>) {
  return state === 'none' ? null : <StateTag {...looks[state]}>{say(`state.${state}`)}</StateTag>
}

const looks: Readonly<Record<Exclude<WayState, 'none'>, { readonly icon: IconName; readonly color: TagColor }>> = {
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
export function WayPart(props: WayPartProps) {
  const { say, way } = props
  const { state } = way
  if (state === 'none') return null
  return (
    <>
      <Section id="supports" title={say('way.title')}>
        <Stack gap="2">
          <p>
            <WayTag {...props} />
          </p>
          {state === 'elsewhere' ? (
            <p class="fm-small">{say('way.elsewhere')}</p>
          ) : (
            <SupportBox reader={props.reader} say={props.saySupport} way={way} />
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
function promiseLine({ reader, say, sayRule, way }: WayPartProps) {
  const { agenda } = way
  if (!agenda) return null
  return (
    <>
      {say('way.promise', { body: bodyName(way, agenda.rule.body), span: spanOf(sayRule, agenda.rule.answer) })}{' '}
      <a class="fm-link" href={`${reader.to('problem.agenda')}#rule-${agenda.rule.version}`}>
        {say('way.rule', { version: agenda.rule.version })}
      </a>
    </>
  )
}

/** Why nothing is collected any more, where a mandate is the reason. */
function Adopted({ reader, say, business, way: { agenda, problem } }: WayPartProps) {
  const mandate = business.find(({ why }) => why === 'mandate')
  if (!mandate || !agenda?.settledAt) return null
  return (
    <p class="fm-small">
      {say('way.mandate', { body: mandate.bodyName })}{' '}
      <a class="fm-link" href={reader.to('mandate.page', { problem: problem.slug })}>
        {say('way.mandate-read')}
      </a>
    </p>
  )
}

function Earlier({ reader, say, way: { earlier } }: WayPartProps) {
  if (!earlier) return null
  return (
    <p class="fm-small">
      {say('way.earlier')}{' '}
      <a href={reader.to('problem.page', { problem: earlier.problem.slug })}>{earlier.problem.question}</a>.{' '}
      {earlier.newFacts ? say('way.new-facts', { words: earlier.newFacts }) : ''}
    </p>
  )
}

/** How a matter that has ended may come back. */
function Again({ reader, say, sayRule, way: { again, state, problem, agenda } }: WayPartProps) {
  if (again === null || !agenda) return null
  return (
    <>
      {state === 'lapsed' ? (
        <p class="fm-small">
          {say('owed.again', { day: reader.time.day(again) })}{' '}
          {agenda.rule.againWithNewFacts ? sayRule('again.new-facts') : ''}
        </p>
      ) : null}
      <p>
        <ButtonLink
          size="sm"
          variant="secondary"
          href={`${reader.to('problem.new')}?again=${encodeURIComponent(problem.slug)}`}
        >
          {say('way.raise-again')}
        </ButtonLink>
      </p>
    </>
  )
}
