// The plan of the house: look only down; a stage may open the door of an earlier stage, never of a later one.
// `npm run check` plants a violation and demands that it is found, because a cruiser that sees nothing also passes.
const processOrder = [
  'problem',
  'mandate',
  'arena',
  'meeting',
  'inquiry',
  'opinion',
  'draft',
  'decision',
  'delivery',
  'outcome',
]

// Each floor and what lies beneath it; `app` may use all.
const floors = {
  basics: [],
  methods: ['basics'],
  platform: ['basics', 'methods'],
  ui: ['basics'],
  stages: ['basics', 'methods', 'platform', 'ui'],
  overview: ['basics', 'platform', 'ui', 'stages'],
}

const anyFloor = `^(${[...Object.keys(floors), 'app', 'journeys', 'scripts'].join('|')})/`
const tests = '[.](test|bench|journey)[.]tsx?$'

const error = (name, from, to) => ({ name, severity: 'error', from, to })

export default {
  forbidden: [
    error('no-circle', {}, { circular: true }),

    ...Object.entries(floors).map(([floor, below]) =>
      error(
        `${floor}-looks-only-down`,
        { path: `^${floor}/`, pathNot: tests },
        { path: anyFloor, pathNot: `^(${[floor, ...below].join('|')})/` },
      ),
    ),
    error('app-knows-no-test', { path: '^app/', pathNot: tests }, { path: '^(journeys|scripts)/' }),

    ...processOrder
      .slice(0, -1)
      .map((stage, i) =>
        error(
          `${stage}-knows-no-later-stage`,
          { path: `^stages/${stage}/` },
          { path: `^stages/(${processOrder.slice(i + 1).join('|')})/` },
        ),
      ),
    error(
      'through-the-door',
      { path: '^stages/([^/]+)/', pathNot: ['[.]test[.]tsx?$', '/testing[^/]*[.]ts$', '[/-]rules[.]ts$'] },
      { path: '^stages/', pathNot: ['^stages/$1/', '^stages/[^/]+/index[.]ts$'] },
    ),
    // A rule may ask the rule of an earlier stage: through its door it would load what is not pure.
    error(
      'rules-through-the-door-or-to-rules',
      { path: '^stages/([^/]+)/.*[/-]rules[.]ts$|^stages/([^/]+)/rules[.]ts$' },
      { path: '^stages/', pathNot: ['^stages/$1/', '^stages/$2/', '^stages/[^/]+/(index|rules)[.]ts$'] },
    ),
    // What a stage's tests set up, the tests of later ones may too (decisions/009).
    error(
      'tests-through-the-door',
      { path: '^stages/([^/]+)/.*([.]test[.]tsx?|/testing[^/]*[.]ts)$|^stages/([^/]+)/testing[.]ts$' },
      { path: '^stages/', pathNot: ['^stages/$1/', '^stages/$3/', '^stages/[^/]+/(index|testing)[.]ts$'] },
    ),
    error(
      'overview-through-the-door',
      { path: '^overview/' },
      { path: '^stages/', pathNot: '^stages/[^/]+/index[.]ts$' },
    ),

    error(
      'rules-are-pure',
      { path: '[/-]rules[.]ts$' },
      { pathNot: '^(basics|methods)/|[/-](rules|facts)[.]ts$|^stages/[^/]+/index[.]ts$' },
    ),
    error(
      'rules-take-only-types-from-a-door',
      { path: '[/-]rules[.]ts$' },
      { path: '^stages/[^/]+/index[.]ts$', dependencyTypesNot: ['type-only'] },
    ),
    error(
      'methods-are-pure',
      { path: '^(methods|basics)/', pathNot: [tests, '/testing-[^/]*[.]ts$'] },
      {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer'],
        pathNot: '^(basics|methods)/|node_modules/highs/',
      },
    ),
    error(
      'pages-know-no-store',
      { path: '/pages/', pathNot: tests },
      // The shape of a row may be known to a page; how it is read or written may not.
      { path: '[/-](store|commands)[.]ts$|^platform/db', dependencyTypesNot: ['type-only'] },
    ),
    error(
      'only-tests-use-what-is-for-tests',
      // `app/measured-….ts` found a town to measure in.
      {
        pathNot: [
          tests,
          '^app/measured-(town|maps|agenda|ideas|writing|draft|years)[.]ts$|^app/years/(people|place)[.]ts$',
          '/testing[^/]*[.]tsx?$',
          '^(journeys|scripts)/',
          '[.]config[.]ts$',
        ],
      },
      { path: '/testing[^/]*[.]tsx?$' },
    ),
    error('nothing-unresolved', {}, { couldNotResolve: true }),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(node_modules/.+/node_modules|dist)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
