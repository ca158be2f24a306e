import type { Reader } from '../../../../platform/http/index.ts'
import {
  Button,
  ErrorSummary,
  Form,
  Head,
  Note,
  Said,
  Section,
  SummaryList,
  Table,
  type Errors,
} from '../../../../ui/index.ts'
import type { Problem } from '../../../problem/index.ts'
import type { SayComposition } from '../messages/words.ts'
import { keptWords } from './kept-words.ts'
import type { StepProps } from './props.ts'
import { TightNote } from './tight-note.tsx'
import type { Tight } from '../room.ts'
import { ruleOf, type Fixed, type Lacking, type SetUp } from '../set-up-rules.ts'

export type SetUpPageProps = {
  readonly say: SayComposition
  readonly reader: Reader
  readonly problem: Problem
  readonly mandate: Fixed
  readonly setUp: SetUp
  readonly affected: StepProps['affected']
  readonly lacking: readonly Lacking[]
  readonly tight: Tight | null
  readonly mayConfirm: boolean
  /** The call is open: nothing here changes. */
  readonly isFixed: boolean
  /** Named where the body has other parties too. */
  readonly majority: readonly string[]
  readonly errors: Errors
}

/** The whole on one page: what was answered, what is left to do, and who may say that it is right. */
export function SetUpPage(props: SetUpPageProps) {
  const { say, reader, problem, mandate, setUp, affected, lacking, tight, isFixed, majority, errors } = props
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={say('page.title')}
        lead={say(isFixed ? 'refused.call-open-already' : 'page.lead')}
      />
      <Section
        id="rule"
        title={say('rule.title')}
        more={
          isFixed
            ? undefined
            : { href: reader.to('arena.set-up-rule', { problem: problem.slug }), text: say('page.change-rule') }
        }
      >
        <SummaryList rows={rowsOf(props)} />
        {tight ? <TightNote {...{ say, tight, isFixed }} /> : null}
      </Section>
      <Section
        id="profiles"
        title={say('profiles.title')}
        more={
          isFixed
            ? undefined
            : { href: reader.to('arena.set-up-profiles', { problem: problem.slug }), text: say('page.change-profiles') }
        }
      >
        <Table
          caption={say('profiles.title')}
          isCaptionHidden
          columns={[
            { label: say('profiles.name') },
            { label: say('profiles.criteria') },
            { label: say('profiles.kept') },
            { label: say('profiles.chosen'), isNumber: true },
            { label: say('profiles.drawn'), isNumber: true },
          ]}
          rows={ruleOf(mandate, setUp).profiles.map(({ name, criteria, chosen, drawn, ...kept }) => ({
            cells: [
              name,
              criteria.join(' · '),
              keptWords(say, kept, affected) || say('kept.nobody'),
              String(chosen),
              String(drawn),
            ],
          }))}
        />
      </Section>
      {majority.length > 0 ? (
        <Note icon="info">
          <p>{say('page.majority', { parties: majority.join(', ') })}</p>
        </Note>
      ) : null}
      {isFixed ? null : (
        <Section id="confirm" title={say('page.confirm')} lead={lacking.length > 0 ? say('page.lacking') : undefined}>
          {lacking.length > 0 ? (
            <ul>
              {lacking.map((one) => (
                <li>
                  <a class="fm-link" href={reader.to(stepFor(one), { problem: problem.slug })}>
                    {wordsFor(say, one)}
                  </a>
                </li>
              ))}
            </ul>
          ) : (
            <Ready {...props} />
          )}
        </Section>
      )}
    </>
  )
}

function Ready({ say, reader, problem, setUp, mayConfirm }: SetUpPageProps) {
  if (setUp.confirmedAt) return <p>{say('page.confirmed-on', { day: reader.time.day(setUp.confirmedAt) })}</p>
  if (!mayConfirm) return <p>{say('page.leaders-confirm')}</p>
  return (
    <Form action={reader.to('arena.confirm-set-up', { problem: problem.slug })} labelledBy="confirm">
      <p>{say('page.confirm-lead')}</p>
      <Button>{say('page.confirm')}</Button>
    </Form>
  )
}

function rowsOf({ say, reader, mandate, setUp }: SetUpPageProps) {
  const rule = ruleOf(mandate, setUp)
  const number = (value: number | null) => (value === null ? say('page.open') : String(value))
  return [
    { term: say('rule.politicians'), value: number(rule.politicians) },
    { term: say('rule.citizens'), value: number(rule.citizens) },
    { term: say('rule.gender'), value: say('rule.share', { share: mandate.minGenderShare ?? setUp.minGenderShare }) },
    { term: say('rule.household'), value: say(setUp.isOnePerHousehold ? 'page.yes' : 'page.no') },
    { term: say('rule.answer-days'), value: String(setUp.answerDays) },
    {
      term: say('rule.forget-on'),
      value: setUp.forgetOn === null ? say('page.open') : reader.time.weekday(setUp.forgetOn),
    },
  ]
}

/** Where it is mended. */
function stepFor({ what }: Lacking) {
  return what === 'politicians' || what === 'citizens' || what === 'forget-on'
    ? 'arena.set-up-rule'
    : 'arena.set-up-profiles'
}

function wordsFor(say: SayComposition, lacking: Lacking): string {
  switch (lacking.what) {
    case 'seats':
      return say('lacking.seats', lacking)
    case 'below-mandate':
      return say('lacking.below-mandate', lacking)
    case 'criteria':
      return say('lacking.criteria', lacking)
    case 'politicians':
    case 'citizens':
    case 'profiles':
    case 'forget-on':
      return say(`lacking.${lacking.what}`)
  }
}
