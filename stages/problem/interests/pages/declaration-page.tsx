import type { Reader } from '../../../../platform/http/index.ts'
import type { Tombstone as Hidden } from '../../../../platform/moderation/index.ts'
import {
  Button,
  ButtonLink,
  Details,
  ErrorSummary,
  Form,
  Head,
  List,
  Note,
  Prose,
  ReportFold,
  Section,
  SummaryList,
  TextArea,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import { HiddenText } from '../../pages/hidden-text.tsx'
import type { SayInterest } from '../messages/words.ts'
import type { Declaration, DeclarationVersion, CaseInterest } from '../store.ts'
import { interestRows } from './interest-rows.tsx'

export type DeclarationPageProps = {
  readonly reader: Reader
  readonly say: SayInterest
  readonly declaration: Declaration
  readonly versions: readonly DeclarationVersion[]
  readonly caseInterests: readonly (CaseInterest & { readonly question: string; readonly href: string })[]
  readonly stone: Hidden | undefined
  readonly isMine: boolean
  readonly typed: Typed
  readonly errors: Errors
}

/** What one organisation has declared: of itself, and in each case. */
export function DeclarationPage(props: DeclarationPageProps) {
  const { reader, say, declaration, stone, isMine, errors, versions } = props
  if (stone) {
    return (
      <>
        <Head title={say('register.title')} />
        <HiddenText reader={reader} stone={stone} />
      </>
    )
  }
  const { withdrawnAt, withdrawnWords } = declaration
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={say('page.eyebrow', { day: reader.time.day(declaration.declaredAt) })}
        title={declaration.organisation}
      >
        {isMine ? (
          <div class="fm-act">
            <ButtonLink href={reader.to('problem.declaring')} variant="secondary">
              {say(withdrawnAt === null ? 'page.change' : 'page.again')}
            </ButtonLink>
          </div>
        ) : null}
      </Head>
      {withdrawnAt === null ? null : (
        <Note icon="empty">
          <p>{say('page.withdrawn', { day: reader.time.day(withdrawnAt), reason: withdrawnWords })}</p>
        </Note>
      )}
      <SummaryList rows={interestRows(say, declaration)} />
      <CaseInterests {...props} />
      <ReportFold
        action={reader.to('moderation.report')}
        kind="declaration"
        id={declaration.id}
        words={{
          open: say('report.open'),
          about: declaration.organisation,
          label: say('report.label'),
          help: say('report.help'),
          send: say('report.send'),
        }}
      />
      {isMine && withdrawnAt === null ? <WithdrawForm {...props} /> : null}
      {versions.length > 1 ? <Versions {...props} /> : null}
    </>
  )
}

function CaseInterests({ reader, say, caseInterests }: DeclarationPageProps) {
  return (
    <Section id="cases" title={say('page.cases')}>
      {caseInterests.length === 0 ? <p class="fm-muted">{say('page.cases-none')}</p> : null}
      {caseInterests.length === 0 ? null : (
        <List
          items={caseInterests.map((caseInterest) => (
            <div class="fm-stack fm-stack--2">
              <a href={caseInterest.href}>{caseInterest.question}</a>
              <span class="fm-mini">
                {caseInterest.isWithdrawn ? `${say('state.withdrawn')} · ` : ''}
                {reader.time.day(caseInterest.writtenAt)}
              </span>
              <Prose text={caseInterest.wants} size="small" />
              <p class="fm-mini">{say('column.stake')}</p>
              <Prose text={caseInterest.stake} size="small" />
            </div>
          ))}
        />
      )}
    </Section>
  )
}

function WithdrawForm({ reader, say, typed, errors }: DeclarationPageProps) {
  return (
    <Details summary={say('withdraw.title')} isOpen={errors.length > 0}>
      <p class="fm-small">{say('withdraw.lead')}</p>
      <Form action={reader.to('problem.withdraw-declaration')} label={say('withdraw.title')}>
        <TextArea
          name="withdrawReason"
          label={say('withdraw.reason')}
          rows={2}
          maxLength={1000}
          required
          typed={typed}
          errors={errors}
        />
        <Button variant="secondary">{say('withdraw.send')}</Button>
      </Form>
    </Details>
  )
}

function Versions({ reader, say, versions }: DeclarationPageProps) {
  return (
    <Section id="versions" title={say('page.versions')}>
      <List
        items={versions.toReversed().map((version) => (
          <div class="fm-stack fm-stack--2">
            <Details summary={say('page.version', { number: version.number, day: reader.time.day(version.writtenAt) })}>
              <SummaryList rows={interestRows(say, version)} />
            </Details>
            {version.reason === '' ? null : (
              <p class="fm-small">{say('page.version-reason', { reason: version.reason })}</p>
            )}
          </div>
        ))}
      />
    </Section>
  )
}
