import { ours, readIn, type Preset } from './preset.ts'

/** Models of a nation and a union: Ireland's Convention and Assembly, and the European Union's panels and Conference. */

const ireland = 'https://www.oireachtas.ie/en/debates/debate/dail/2012-07-10/30/'
const inIreland = readIn(ireland)
const inIrishTimes = readIn('https://www.irishtimes.com/news/taoiseach-makes-commitment-to-constitution-group-1.519')
const assembly = 'https://citizensassembly.ie/overview-previous-assemblies/2016-2018-citizens-assembly/'
const inAssembly = readIn(assembly)
const panels =
  'https://commission.europa.eu/strategy-and-policy/priorities-2019-2024/new-push-european-democracy/conference-future-europe/european-citizens-panels_en'
const inPanels = readIn(panels)
const europe = 'https://europeancommission.medium.com/how-europeans-are-shaping-the-future-of-the-eu-bbb13faaf395'
const inEurope = readIn(europe)

export const nationAndUnion: readonly Preset[] = [
  {
    name: 'ireland',
    level: 'nation',
    source: ireland,
    fixes: {
      trigger: inIreland('model.ireland-trigger'),
      politicians: inIreland(33),
      citizens: inIreland(66),
      chair: inIreland('beside'),
      selection: inIreland('lot-and-nomination'),
      selectionWords: inIreland('model.ireland-selection'),
      output: inIreland('model.ireland-output'),
      recipient: inIreland('parliament'),
      answerRule: inIreland({ count: 4, unit: 'months' }),
      answerWords: inIrishTimes('model.ireland-answer'),
      textDeciders: ours('majority'),
    },
    duties: [inIreland('each-recommendation'), inIreland('in-public-sitting')],
    record: [],
  },
  {
    name: 'ireland-assembly',
    level: 'nation',
    source: assembly,
    fixes: {
      trigger: inAssembly('model.ireland-trigger'),
      politicians: inAssembly(0),
      citizens: inAssembly(99),
      chair: inAssembly('beside'),
      selection: inAssembly('lot'),
      output: inAssembly('model.ireland-assembly-output'),
      recipient: inAssembly('parliament'),
      textDeciders: ours('majority'),
    },
    duties: [inAssembly('in-public-sitting')],
    record: [],
  },
  {
    name: 'eu-panel',
    level: 'union',
    source: panels,
    fixes: {
      trigger: inPanels('model.eu-panel-trigger'),
      politicians: inPanels(0),
      citizens: inPanels(150),
      selection: inPanels('lot'),
      selectionWords: inPanels('model.eu-panel-selection'),
      ageRule: inPanels('model.eu-panel-age'),
      meetings: inPanels(3),
      output: inPanels('model.eu-panel-output'),
      recipient: inPanels('executive'),
      answerWords: inPanels('model.eu-panel-answer'),
      textDeciders: ours('majority'),
    },
    duties: [],
    record: [],
  },
  {
    name: 'europe',
    level: 'union',
    source: europe,
    fixes: {
      trigger: inEurope('model.europe-trigger'),
      citizens: inEurope(800),
      others: inEurope('model.europe-others'),
      selection: inEurope('lot'),
      voteRule: inEurope('model.europe-vote'),
      output: inEurope('model.europe-output'),
      recipient: inEurope('executive'),
      textDeciders: ours('majority'),
    },
    duties: [],
    record: [inEurope('model.europe-record'), inEurope('model.europe-feedback')],
  },
]
