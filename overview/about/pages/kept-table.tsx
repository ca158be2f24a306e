import { Prose, Section, Table } from '../../../ui/index.ts'
import { purposes, type Purpose } from '../../../platform/personal/index.ts'
import type { SayAbout } from '../messages/words.ts'

const order = Object.keys(purposes) as readonly Purpose[] // keys of a record of them

/** A row for each thing data of people are kept for: a new purpose does not compile without its words. */
export function KeptTable({ say }: { readonly say: SayAbout }) {
  return (
    <Section id="kept" title={say('privacy.kept-title')} size="mid">
      <Prose text={say('privacy.kept-lead')} />
      <Table
        caption={say('privacy.kept-title')}
        isCaptionHidden
        columns={[
          { label: say('privacy.kept-why') },
          { label: say('privacy.kept-what') },
          { label: say('privacy.kept-until') },
        ]}
        rows={order.map((purpose) => ({
          cells: [say(`kept.${purpose}`), say(`kept.${purpose}.what`), say(`kept.${purpose}.until`)],
        }))}
      />
    </Section>
  )
}
