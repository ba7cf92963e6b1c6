import type { Field } from './field.ts';

/**
 * The disclosure table: what a county-level government would publish of every service contract, a row a contract. Names follow the
 * dataset `purchases` where both have a field, so that a filled table can become a dataset of this site.
 */
export const DISCLOSURE_FIELDS: readonly Field[] = [
  field('contract_id', 'string', 'Contract', '合同编号', 'Number of the contract, unique in the table.', '合同编号，在表中唯一。', { required: true, unique: true }),
  field('purchaser', 'string', 'Purchaser', '购买主体', 'The department or unit that signs.', '签订合同的部门或单位。', { required: true }),
  field('service_field', 'string', 'Field of service', '服务领域', 'As in the guiding catalogue, second level.', '按指导性目录二级填写。', { required: true }),
  field('title', 'string', 'What is bought', '购买内容', 'The service in one sentence, with place and users.', '一句话写清服务、地点和对象。', { required: true }),
  field('provider', 'string', 'Provider', '承接主体', 'Registered name of the organisation; never a private person.', '机构登记名称；不填个人。', { required: true }),
  {
    ...field('provider_kind', 'string', 'Kind of provider', '承接方类型', 'Kind of body, from its registration.', '按登记类型填写。', {
      required: true,
      enum: ['social-organisation', 'for-profit', 'public-body', 'community-organisation'],
    }),
    labels: {
      'social-organisation': { en: 'Social organisation', zh: '社会组织' },
      'for-profit': { en: 'Company', zh: '企业' },
      'public-body': { en: 'Public institution', zh: '事业单位' },
      'community-organisation': { en: 'Community organisation', zh: '社区组织' },
    },
  },
  {
    ...field('method', 'string', 'Method', '选择方式', 'How the provider was chosen.', '如何选定承接主体。', {
      required: true,
      enum: ['open-tender', 'competitive-consultation', 'single-source', 'entrustment', 'competition'],
    }),
    labels: {
      'open-tender': { en: 'Open tender', zh: '公开招标' },
      'competitive-consultation': { en: 'Competitive consultation', zh: '竞争性磋商' },
      'single-source': { en: 'Single source', zh: '单一来源' },
      entrustment: { en: 'Entrustment', zh: '委托' },
      competition: { en: 'Competition of proposals', zh: '项目评选' },
    },
  },
  field('notice_date', 'partial-date', 'Notice', '公告日期', 'Day on which the need was made public.', '公布需求或采购公告之日。'),
  field('bidders', 'integer', 'Bidders', '参与家数', 'How many valid offers there were.', '有效投标或响应家数。', { minimum: 0 }),
  field('award_date', 'partial-date', 'Award', '成交日期', 'Day of the award.', '确定承接主体之日。'),
  field('start_date', 'partial-date', 'Start', '开始日期', 'First day of service.', '服务第一日。', { required: true }),
  field('end_date', 'partial-date', 'End', '结束日期', 'Last day of service under this contract.', '本合同服务末日。', { required: true }),
  { ...field('amount', 'number', 'Amount', '合同金额', 'Amount of the contract over its whole term, in yuan.', '合同全期金额，元。', { required: true, minimum: 0 }), unit: 'CNY' },
  { ...field('users_planned', 'integer', 'Users planned', '计划服务人数', 'How many people the contract is to serve.', '合同约定的服务人数。', { minimum: 0 }), unit: 'person' },
  { ...field('users_served', 'integer', 'Users served', '实际服务人数', 'How many people were served, each counted once.', '实际服务人数，每人只计一次。', { minimum: 0 }), unit: 'person' },
  field('first_due_date', 'partial-date', 'First payment due', '首付应付日', 'Day on which the first payment was due.', '首笔款合同应付之日。'),
  field('first_paid_date', 'partial-date', 'First payment made', '首付到账日', 'Day on which it arrived.', '首笔款到账之日。'),
  { ...field('paid', 'number', 'Paid so far', '已付金额', 'Amount paid by the day of publication, in yuan.', '至公布之日已付金额，元。', { minimum: 0 }), unit: 'CNY' },
  field('evaluator', 'string', 'Evaluator', '评价方', 'The body that evaluated; empty where none did.', '评价机构；未评价者留空。'),
  field('mark', 'number', 'Mark', '评价得分', 'Mark out of one hundred.', '百分制得分。', { minimum: 0, maximum: 100 }),
  field('result_url', 'url', 'Report', '评价报告', 'Address of the published evaluation.', '公开的评价报告网址。'),
  field('renewed', 'boolean', 'Renewed', '是否续签', 'Whether the same provider went on after the end.', '期满后是否由同一主体续做。'),
];

function field(name: string, type: Field['type'], en: string, zh: string, meaningEn: string, meaningZh: string, constraints?: Field['constraints']): Field {
  return { name, type, title: { en, zh }, description: { en: meaningEn, zh: meaningZh }, ...(constraints ? { constraints } : {}) };
}
