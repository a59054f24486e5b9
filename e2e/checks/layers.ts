import { fileURLToPath } from 'node:url'
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
export const ROOMS = ['shared', 'electron', 'renderer', 'e2e'] as const

/** Who may not import whom. Each rule says why, and what to do instead. */
export const RULES: IForbiddenRuleType[] = [
  {
    name: 'shared-stands-alone',
    comment:
      'shared/ is the domain: it runs in a window, a worker, Node and a test. What needs a window belongs in renderer/, what needs the system in electron/; pass what you need as an argument.',
    severity: 'error',
    from: { path: '^shared/', pathNot: '\\.test\\.ts$' },
    to: { path: '^(electron|renderer|e2e)/|node_modules/(electron|react|react-[^/]*|dexie[^/]*|prosemirror-[^/]*)/' },
  },
  {
    name: 'shared-has-no-system',
    comment: 'shared/ also runs where there is no Node. Read files in electron/ and hand the bytes over.',
    severity: 'error',
    from: { path: '^shared/', pathNot: '\\.test\\.ts$' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'model-is-the-ground',
    comment:
      'shared/model/ is what everything speaks of; it knows no importer, exporter, edit or query. Turn the arrow round.',
    severity: 'error',
    from: { path: '^shared/model/', pathNot: '\\.test\\.ts$' },
    to: { path: '^shared/(anchoring|editing|queries|importers|exporters|sample)/' },
  },
  {
    name: 'shell-knows-shared-only',
    comment:
      'electron/ is the shell: it knows no theme and no part of the window. What both need belongs in shared/bridge.ts.',
    severity: 'error',
    from: { path: '^electron/' },
    to: { path: '^(renderer|e2e)/|node_modules/(react|react-[^/]*|dexie[^/]*|prosemirror-[^/]*)/' },
  },
  {
    name: 'window-asks-the-shell',
    comment: 'renderer/ runs in a sandbox: no Electron and no Node there. Ask the shell through shared/bridge.ts.',
    severity: 'error',
    from: { path: '^renderer/', pathNot: '\\.test\\.tsx?$|vite\\.config\\.ts$' },
    to: { path: '^(electron|e2e)/|node_modules/electron/' },
  },
  {
    name: 'window-has-no-system',
    comment: 'renderer/ runs in a sandbox: no Node there. Ask the shell through shared/bridge.ts.',
    severity: 'error',
    from: { path: '^renderer/', pathNot: '\\.test\\.tsx?$|vite\\.config\\.ts$' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'reader-is-given-what-it-shows',
    comment:
      'renderer/reader/ shows highlights it is given and says what the reader points at; it neither reads nor writes. Give it what it needs as properties.',
    severity: 'error',
    from: { path: '^renderer/reader/' },
    to: { path: '^renderer/(?!reader/)' },
  },
  {
    name: 'store-knows-no-screen',
    comment: 'renderer/store/ knows records, not screens. Let the screen ask the store.',
    severity: 'error',
    from: { path: '^renderer/store/' },
    to: { path: '^renderer/(?!store/)|node_modules/(react|react-[^/]*|prosemirror-[^/]*)/' },
  },
  {
    name: 'one-writer',
    comment: 'Only actions write: they gather, let shared/editing decide, and store. A screen calls an action.',
    severity: 'error',
    from: {
      path: '^renderer/(app|library|themes|highlights|notes|dialogs|finding|history|palette|document-table|comparing|search|corpus|table-mapping|import-report)/',
      pathNot: '\\.test\\.tsx?$',
    },
    to: { path: '^renderer/store/(write|history)\\.ts$|^shared/editing/' },
  },
  {
    name: 'worker-knows-shared-only',
    comment: 'The worker runs jobs of shared/; what it needs is handed to it in the job.',
    severity: 'error',
    from: { path: '^renderer/worker/(worker|corpus)\\.ts$' },
    to: { pathNot: '^shared/|node_modules/comlink/' },
  },
  {
    name: 'e2e-drives-the-built-app',
    comment: 'e2e/ sees the app as a person does. Compute what a test expects in the test itself.',
    severity: 'error',
    from: { path: '^e2e/', pathNot: '^e2e/(checks|test\\.mjs|drive\\.mjs)' },
    to: { path: '^(shared|electron|renderer)/' },
  },
  {
    name: 'no-circles',
    comment: 'Two modules that need each other are one concept, or hide a third that both need.',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'nothing-missing',
    comment: 'An import leads nowhere. Name a package in package.json, or correct the path.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true, pathNot: '\\?' },
  },
]

/** Every import of the project, held against the rules. */
export async function measureLayers(): Promise<ICruiseResult> {
  const { output } = await cruise([...ROOMS], {
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default', 'require', 'types'] },
    baseDir: ROOT,
    validate: true,
    ruleSet: { forbidden: RULES },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'fixtures/' },
  })
  return output as ICruiseResult
}
