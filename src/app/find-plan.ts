// findPlan: the plan that a letter or a picture is about, with its company, and its data where
// there are any: a plan is agreed on before the first deal. In: a company folder and what was said
// of plan and payee. Out: the plan, the plans among which one has to be named, or findings.

import {
  allPlans,
  type Company,
  diagnose,
  type Outcome,
  outcomeOf,
  type PeriodData,
  type Plan,
  payeesOf,
  readCompany,
  readPlan,
  type SourceDocument,
} from '../core/index.ts';
import { openCompany } from './open-company.ts';
import type { CompanyFolder } from './ports.ts';

export interface PlanSubject {
  readonly folder: CompanyFolder;
  /** The plan; without it, the one plan of the company, or of the payee. */
  readonly plan?: () => Promise<Outcome<SourceDocument>>;
  /** Id of one of the company's plans. */
  readonly planId?: string;
  readonly payee?: string;
}

export interface PlanScene {
  readonly company: Company;
  /** In order of time. */
  readonly plans: readonly Plan[];
  readonly data?: PeriodData;
}

export type FoundPlan =
  | { readonly plan: Plan; readonly scene: PlanScene }
  | { readonly choices: readonly string[] };

export async function findPlan(subject: PlanSubject): Promise<Outcome<FoundPlan>> {
  const { folder, plan: open, payee } = subject;
  const opened = await openScene(folder, payee !== undefined);
  if (!opened.ok) return opened;
  const scene = opened.product;
  const named = open && (await readFrom(open, scene.company));
  if (named && !named.ok) return named;
  const plans = named ? [named.product] : plansFor(scene, subject);
  const [plan] = plans;
  if (!plan || plans.length > 1) {
    const choices = (plans.length > 0 ? plans : newestOf(scene)).map(({ file }) => file);
    return outcomeOf<FoundPlan>({ choices }, []);
  }
  const stranger = payee === undefined ? undefined : notOn(plan, scene, payee);
  return stranger
    ? outcomeOf<FoundPlan>(undefined, [stranger])
    : outcomeOf<FoundPlan>({ plan, scene }, []);
}

export async function readFrom(
  open: () => Promise<Outcome<SourceDocument>>,
  company: Company,
): Promise<Outcome<Plan>> {
  const document = await open();
  return document.ok ? readPlan(document.product, company) : document;
}

async function openScene(folder: CompanyFolder, needsData: boolean): Promise<Outcome<PlanScene>> {
  const opened = await openCompany(folder);
  if (opened.ok) {
    const { company, plans, data } = opened.product;
    return outcomeOf({ company, plans: allPlans(plans), data }, opened.diagnostics);
  }
  const lacksData = opened.diagnostics.every(({ code }) => code === 'file/no-data-folder');
  return needsData || !lacksData ? opened : withoutData(folder);
}

async function withoutData(folder: CompanyFolder): Promise<Outcome<PlanScene>> {
  const document = await folder.companyDocument();
  const company = document.ok ? readCompany(document.product) : document;
  if (!company.ok) return company;
  const documents = await folder.planDocuments();
  if (!documents.ok) return documents;
  const read = documents.product.map((each) => readPlan(each, company.product));
  const plans = read.flatMap((each) => (each.ok ? [each.product] : []));
  return outcomeOf({ company: company.product, plans }, []);
}

/** The newest version of each plan. */
function newestOf({ plans }: PlanScene): readonly Plan[] {
  return [...new Map(plans.map((plan) => [plan.id, plan])).values()];
}

function plansFor(scene: PlanScene, { planId, payee }: PlanSubject): readonly Plan[] {
  const own = (scene.data?.assignments ?? []).filter((each) => each.payee === payee);
  return newestOf(scene).filter(
    ({ id }) =>
      (planId === undefined || id === planId) &&
      (payee === undefined || planId !== undefined || own.some(({ plan }) => plan === id)),
  );
}

function notOn(plan: Plan, { data }: PlanScene, payee: string) {
  const onPlan = payeesOf(plan, data);
  if (onPlan.includes(payee)) return undefined;
  const remedy =
    onPlan.length > 0
      ? `name one of: ${onPlan.join(', ')}`
      : 'add an assignment, or leave out `--payee` for round figures of nobody';
  const what = `no assignment puts \`${payee}\` on the plan \`${plan.id}\``;
  return diagnose('calculation/unknown-payee', plan.placeOf(['plan']), what, remedy);
}
