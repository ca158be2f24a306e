import type { Id } from '@folkmoot/basics/ids.ts'
import type { Byline } from '../../../../platform/identity/index.ts'
import type { Tombstone as Hidden } from '../../../../platform/moderation/index.ts'
import {
  Button,
  Details,
  ErrorSummary,
  Form,
  Head,
  HiddenField,
  List,
  ReportFold,
  Said,
  saidHere,
  Section,
  Sentence,
  SummaryList,
  TextArea,
  type Typed,
} from '../../../../ui/index.ts'
import { HiddenText } from '../../pages/hidden-text.tsx'
import type { ActorVersion } from '../store.ts'
import { SpokespersonPart, type SpokespersonPartProps } from './spokesperson-part.tsx'
import { ActorFields } from './actor-fields.tsx'
import { ActorRows } from './actor-rows.tsx'

export type ActorPageProps = SpokespersonPartProps & {
  readonly versions: readonly ActorVersion[]
  readonly authors: ReadonlyMap<Id<'account'>, Byline>
  readonly stone: Hidden | undefined
  readonly typed: Typed
}

/** One actor: what is said of it, what was said earlier, and the form that puts it right. */
export function ActorPage(props: ActorPageProps) {
  const { reader, say, problem, actor, versions, stone, errors, mayCorrect } = props
  if (stone) {
    return (
      <>
        <Head eyebrow={<Said lang={problem.language}>{problem.question}</Said>} title={say('map.title')} />
        <HiddenText reader={reader} stone={stone} />
      </>
    )
  }
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={<Said lang={actor.language}>{actor.name}</Said>}
        lead={[say(`kind.${actor.kind}`), say(`relation.${actor.relation}`)].join(' · ')}
      />
      <SummaryList rows={ActorRows({ say, actor })} />
      <SpokespersonPart {...props} />
      <ReportFold
        action={reader.to('moderation.report')}
        kind="actor"
        id={actor.id}
        words={{
          open: say('report.open'),
          about: actor.name,
          aboutLang: actor.language,
          label: say('report.label'),
          help: say('report.help'),
          send: say('report.send'),
        }}
      />
      {mayCorrect ? <CorrectForm {...props} /> : null}
      {versions.length > 1 ? <Versions {...props} /> : null}
    </>
  )
}

function CorrectForm({ reader, say, problem, actor, typed, typedAsking, errors }: ActorPageProps) {
  const action = reader.to('problem.correct-actor', { problem: problem.slug, number: actor.number })
  return (
    <Details summary={say('form.correct-title')} isOpen={errors.length > 0 && Object.keys(typedAsking).length === 0}>
      <p class="fm-small">{say('form.correct-lead')}</p>
      <Form action={action} label={say('form.correct-title')}>
        <HiddenField name="seen" value={String(actor.version)} />
        <ActorFields say={say} typed={typed} errors={errors} isOpen />
        <TextArea
          name="reason"
          label={say('form.reason')}
          rows={2}
          maxLength={1000}
          required
          typed={typed}
          errors={errors}
        />
        <Button>{say('form.send-correct')}</Button>
      </Form>
    </Details>
  )
}

function Versions({ reader, say, versions, authors }: ActorPageProps) {
  return (
    <Section id="versions" title={say('actor.versions')}>
      <List
        items={versions.toReversed().map((version) => {
          const name = version.writtenBy && authors.get(version.writtenBy)?.name
          const day = reader.time.day(version.writtenAt)
          return (
            <div class="fm-stack fm-stack--2">
              <span class="fm-mini">
                {say('actor.version', { number: version.number })} ·{' '}
                {name ? say('actor.version-by', { name, day }) : day}
              </span>
              <p class="fm-small">
                {version.reason === '' ? (
                  say('actor.version-first')
                ) : (
                  <Sentence text={say('actor.version-reason', { reason: saidHere })}>
                    <Said lang={version.language}>{version.reason}</Said>
                  </Sentence>
                )}
              </p>
              <Details
                summary={
                  <>
                    {say('actor.version', { number: version.number })}:{' '}
                    <Said lang={version.language}>{version.name}</Said>
                  </>
                }
              >
                <SummaryList rows={ActorRows({ say, actor: version })} />
              </Details>
            </div>
          )
        })}
      />
    </Section>
  )
}
