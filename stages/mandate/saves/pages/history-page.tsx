import { shareOf } from '@folkmoot/basics/share.ts'
import type { Byline } from '../../../../platform/identity/index.ts'
import { Details, Empty, Head, Row, Section as Part, Stack, StaffLabel } from '../../../../ui/index.ts'
import type { Problem } from '../../../problem/index.ts'
import type { ChangedLine, MandateWriter } from '../../pages/lines.ts'
import type { Shares } from '../authorship.ts'
import type { Section } from '../sections.ts'
import type { Save } from '../store.ts'
import { Changes, writerName } from './section-frame.tsx'

/** One save, the sections it touched, and what it changed. */
export type SavedOnce = Omit<Save, 'section' | 'words'> & {
  readonly sections: readonly Section[]
  readonly rows: readonly ChangedLine[]
}

export type HistoryPageProps = MandateWriter & {
  readonly problem: Problem
  readonly version: number
  readonly versions: readonly number[]
  readonly shares: Shares
  readonly writers: ReadonlyMap<string, Byline>
  /** The latest first. */
  readonly saves: readonly SavedOnce[]
}

export function HistoryPage(props: HistoryPageProps) {
  const { reader, say, problem, version, versions, shares, saves } = props
  return (
    <>
      <Head title={say('history.title')} lead={say('history.lead', { version })} />
      {saves.length === 0 ? (
        <Empty title={say('history.none')} level={2}>
          <p>{say('history.none-next')}</p>
        </Empty>
      ) : (
        <>
          <SharesLine say={say} shares={shares} />
          <Part id="saves" title={say('history.saves')}>
            <ol class="fm-list" reversed>
              {saves.map((save) => (
                <li>
                  <OneSave {...props} save={save} />
                </li>
              ))}
            </ol>
          </Part>
        </>
      )}
      {versions.length > 1 ? (
        <p class="fm-row">
          {versions.map((number) => (
            <a
              href={`${reader.to('mandate.history', { problem: problem.slug })}?version=${number}`}
              aria-current={number === version ? 'page' : undefined}
            >
              {say('versions.number', { version: number })}
            </a>
          ))}
        </p>
      ) : null}
    </>
  )
}

/** How much of what stands is staff text (R17). */
export function SharesLine({ say, shares }: Pick<HistoryPageProps, 'say' | 'shares'>) {
  const all = shares.staff + shares.politicians + shares.earlier
  const said = shareOf(shares.staff, all)
  if (said.kind === 'none') return null
  return (
    <p class="fm-text">
      {said.kind === 'percent'
        ? say('history.shares', { staff: said.share, count: all })
        : say('history.shares-of-few', { staff: said.part, count: all })}
    </p>
  )
}

function OneSave({ reader, say, writers, save }: HistoryPageProps & { readonly save: SavedOnce }) {
  return (
    <Stack gap="2">
      <Row>
        <strong>{save.sections.map((section) => say(`edit.${section}`)).join(' · ')}</strong>
        {save.isStaff ? <StaffLabel>{say('save.staff-text')}</StaffLabel> : null}
      </Row>
      <p class="fm-mini">
        {say('save.by', {
          name: writerName(reader, writers, save),
          day: reader.time.day(save.at),
          hour: reader.time.hour(save.at),
        })}
      </p>
      {save.rows.length === 0 ? (
        <p class="fm-small">{say('versions.same')}</p>
      ) : (
        <Details summary={say('history.changed', { count: save.rows.length })}>
          <Changes say={say} rows={save.rows} />
        </Details>
      )}
    </Stack>
  )
}
