import type { Id } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import type { Byline } from '../../../../platform/identity/index.ts'
import type { Tombstone } from '../../../../platform/moderation/index.ts'
import {
  Button,
  Details,
  Empty,
  ErrorSummary,
  Form,
  Head,
  NumberField,
  Prose,
  Section,
  StaffNote,
  TextArea,
  type Errors,
  type Typed,
  Said,
} from '../../../../ui/index.ts'
import { HiddenText } from '../../pages/hidden-text.tsx'
import { ReportThis } from '../../pages/report-this.tsx'
import type { SayGroundRules } from '../messages/words.ts'
import { inForce } from '../rules.ts'
import type { GroundRules } from '../store.ts'

export type RulesPageProps = {
  readonly reader: Reader
  readonly say: SayGroundRules
  readonly problem: { readonly slug: string; readonly question: string; readonly language: string }
  /** The newest first. */
  readonly versions: readonly GroundRules[]
  readonly authors: ReadonlyMap<Id<'account'>, Byline>
  readonly hidden: ReadonlyMap<Id, Tombstone>
  readonly seats: number
  /** What a proposal begins with. */
  readonly words: string
  readonly errors: Errors
  readonly typed: Typed
  /** Told from sources: nobody proposes anything here any more. */
  readonly isTold: boolean
  readonly mayPropose: boolean
  readonly mayAgree: boolean
}

/** What the group agreed, what is put to it, and every version before. */
export function RulesPage(props: RulesPageProps) {
  const { reader, say, problem, versions, errors, mayPropose } = props
  const current = inForce(versions)
  const [newest] = versions
  const proposed = newest && newest !== current ? newest : undefined
  const earlier = versions.filter((one) => one !== current && one !== proposed)
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head eyebrow={<Said lang={problem.language}>{problem.question}</Said>} title={say('title')} lead={say('lead')} />
      {current ? (
        <Section id="current" title={say('current')} lead={agreedLine(reader, say, current)}>
          <Words {...props} rules={current} />
        </Section>
      ) : (
        <Empty title={say(props.isTold ? 'told-none' : 'none')} level={2}>
          <p>{say(props.isTold ? 'told-none-text' : 'none-next')}</p>
        </Empty>
      )}
      {proposed ? (
        <Section id="proposed" title={say('proposed', { version: proposed.version })}>
          <Words {...props} rules={proposed} />
          {props.mayAgree ? <AgreeForm {...props} rules={proposed} /> : null}
        </Section>
      ) : null}
      {mayPropose ? <ProposeForm {...props} isFirst={versions.length === 0} /> : null}
      {earlier.length > 0 ? (
        <Section id="history" title={say('history')}>
          {earlier.map((one) => (
            <Details summary={versionLine(say, one)}>
              <Words {...props} rules={one} />
            </Details>
          ))}
        </Section>
      ) : null}
    </>
  )
}

export function agreedLine(reader: Reader, say: SayGroundRules, { version, agreed }: GroundRules): string {
  if (!agreed) return say('not-agreed', { version })
  const { meetingNumber: meeting, agreed: hands, seats, at } = agreed
  return say('agreed', { version, meeting, agreed: hands, seats, day: reader.time.day(at) })
}

function versionLine(say: SayGroundRules, { version, agreed }: GroundRules): string {
  return agreed ? say('superseded', { version, meeting: agreed.meetingNumber }) : say('not-agreed', { version })
}

function Words({ reader, say, problem, rules, authors, hidden }: RulesPageProps & { readonly rules: GroundRules }) {
  const stone = hidden.get(rules.id)
  if (stone) return <HiddenText reader={reader} stone={stone} />
  const by = say('proposed-by', {
    name: authors.get(rules.by)?.name || reader.common('role.resident'),
    day: reader.time.day(rules.at),
  })
  return (
    <div class="fm-stack fm-stack--2">
      {rules.isStaff && !rules.agreed ? (
        <StaffNote label={say('staff-text')} by={by}>
          <Prose text={rules.words} lang={problem.language} />
        </StaffNote>
      ) : (
        <>
          <Prose text={rules.words} lang={problem.language} />
          <p class="fm-mini">{by}</p>
        </>
      )}
      <ReportThis
        reader={reader}
        thing={{ kind: 'ground-rules', id: rules.id }}
        about={say('proposed', { version: rules.version })}
      />
    </div>
  )
}

function AgreeForm({
  reader,
  say,
  problem,
  rules,
  seats,
  errors,
  typed,
}: RulesPageProps & { readonly rules: GroundRules }) {
  return (
    <Form
      action={reader.to('meeting.agree-rules', { problem: problem.slug, number: rules.version })}
      label={say('agree.title')}
    >
      <NumberField
        name="agreed"
        label={say('agree.count', { seats })}
        help={say('agree.help')}
        required
        typed={typed}
        errors={errors}
      />
      <Button>{say('agree.send')}</Button>
    </Form>
  )
}

function ProposeForm({
  reader,
  say,
  problem,
  words,
  errors,
  typed,
  isFirst,
}: RulesPageProps & { readonly isFirst: boolean }) {
  const title = say(isFirst ? 'propose.first' : 'propose.title')
  return (
    <Section id="propose" title={title}>
      <Form action={reader.to('meeting.propose-rules', { problem: problem.slug })} labelledBy="propose">
        <TextArea
          name="words"
          label={say('propose.words')}
          help={say('propose.help')}
          rows={9}
          maxLength={4000}
          value={words}
          required
          typed={'words' in typed ? typed : {}}
          errors={errors}
        />
        <Button>{say('propose.send')}</Button>
      </Form>
    </Section>
  )
}
