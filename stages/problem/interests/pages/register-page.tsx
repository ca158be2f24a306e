import type { Reader } from '../../../../platform/http/index.ts'
import { ButtonLink, Empty, Head, Pager, Section, StateTag, Table } from '../../../../ui/index.ts'
import type { SayInterest } from '../messages/words.ts'
import type { Declaration } from '../store.ts'
import { interestsLine, speaksForLine } from './interest-rows.tsx'

export type RegisterPageProps = {
  readonly reader: Reader
  readonly say: SayInterest
  /** What is not hidden. */
  readonly declarations: readonly Declaration[]
  readonly hiddenCount: number
  /** In how many cases each has declared an interest. */
  readonly caseInterestCount: ReadonlyMap<string, number>
  readonly mine: Declaration | undefined
  readonly isFirst: boolean
  /** What the next page begins after; null on the last one. */
  readonly more: string | null
  readonly mayDeclare: boolean
}

/** Everybody who speaks for an interest here, and whose. */
export function RegisterPage(props: RegisterPageProps) {
  const { reader, say, declarations, hiddenCount, mine, mayDeclare, isFirst, more } = props
  const here = reader.to('problem.interests')
  const act = mayDeclare ? (
    <ButtonLink
      href={mine ? reader.to('problem.declaration', { organisation: mine.slug }) : reader.to('problem.declaring')}
    >
      {say(mine ? 'register.mine' : 'register.declare')}
    </ButtonLink>
  ) : undefined
  return (
    <>
      <Head title={say('register.title')} lead={say('register.lead')}>
        {declarations.length > 0 && act ? <div class="fm-act">{act}</div> : null}
      </Head>
      {declarations.length === 0 && isFirst ? (
        <Empty title={say('register.none')} level={2} action={act}>
          <p>{say('register.none-next')}</p>
        </Empty>
      ) : (
        <Register {...props} />
      )}
      {isFirst && more === null ? null : (
        <Pager
          label={say('register.pages')}
          before={isFirst ? undefined : { href: here, text: say('register.first') }}
          after={more === null ? undefined : { href: `${here}?after=${more}`, text: say('register.more') }}
        />
      )}
      {hiddenCount > 0 ? <p class="fm-mini">{say('register.hidden', { count: hiddenCount })}</p> : null}
      <Section id="data" title={say('register.data')} size="mid">
        <p class="fm-row">
          <a class="fm-link" href={reader.to('problem.interests-data')}>
            {say('register.json')}
          </a>
          <a class="fm-link" href={reader.to('problem.interests-table')}>
            {say('register.csv')}
          </a>
        </p>
      </Section>
    </>
  )
}

function Register({ reader, say, declarations, caseInterestCount }: RegisterPageProps) {
  return (
    <Table
      caption={say('register.title')}
      isCaptionHidden
      columns={[
        { label: say('column.organisation') },
        { label: say('column.form') },
        { label: say('column.speaks-for') },
        { label: say('column.interests') },
        { label: say('column.cases'), isNumber: true },
        { label: say('column.state') },
      ]}
      rows={declarations.map((one) => ({
        cells: [
          <a href={reader.to('problem.declaration', { organisation: one.slug })}>{one.organisation}</a>,
          say(`form.${one.legalForm}`),
          speaksForLine(say, one),
          interestsLine(say, one),
          String(caseInterestCount.get(one.id) ?? 0),
          one.withdrawnAt === null ? (
            <StateTag icon="agree" color="success">
              {say('state.declared')}
            </StateTag>
          ) : (
            <StateTag icon="empty" color="neutral">
              {say('state.withdrawn')}
            </StateTag>
          ),
        ],
      }))}
    />
  )
}
