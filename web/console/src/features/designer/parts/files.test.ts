// A file made here opens in Camunda Modeler and comes back: both read and write with these packages.
import { BpmnModdle } from 'bpmn-moddle';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { differences, elementsOf } from './compare';
import type { Moddle } from './drawing';

type Read = { rootElement: Moddle; warnings: unknown[] };
const SEEDS = '../../services/workflow-svc/src/workflow_svc/processes/';
const moddle = new BpmnModdle({ camunda }) as { fromXML(xml: string): Promise<Read>; toXML(of: Moddle, how: object): Promise<{ xml: string }> };
const seed = (name: string) => readFileSync(SEEDS + name, 'utf8');

test.each(readdirSync(SEEDS).filter((name) => name.endsWith('.bpmn')))('%s is read without a warning and comes back as it was', async (name) => {
  const read = await moddle.fromXML(seed(name));
  expect(read.warnings).toEqual([]);
  const { xml } = await moddle.toXML(read.rootElement, { format: true }), again = await moddle.fromXML(xml);
  expect(again.warnings).toEqual([]);
  expect(differences(elementsOf(read.rootElement), elementsOf(again.rootElement))).toEqual([]);
  expect((await moddle.toXML(again.rootElement, { format: true })).xml).toBe(xml);
});

test('a difference is told by element and part, whatever it is', async () => {
  const before = seed('personal-credit-branch.bpmn');
  const after = before
    .replace('camunda:dueDate="PT2H"', 'camunda:dueDate="PT3H"')
    .replace('fraud_outcome == "DECLINE" or ', '')
    .replace('label="面谈日期"', 'label="面谈日"')
    .replace('<bpmn:endEvent id="approved"', '<bpmn:endEvent id="granted"')
    .replace(/<camunda:out source="offerable"[^>]*>/, '');
  const [old, now] = await Promise.all([before, after].map(async (xml) => elementsOf((await moddle.fromXML(xml)).rootElement)));
  const found = differences(old!, now!), told = (element: string) => found.filter((each) => each.element === element).map((each) => [each.kind, each.part, each.before, each.after]);
  expect(told('verify')).toEqual([['changed', 'dueDate', 'PT2H', 'PT3H']]);
  expect(told('flow_screened_declined')).toEqual([['changed', 'conditionExpression › body', 'fraud_outcome == "DECLINE" or risk_outcome == "DECLINE"', 'risk_outcome == "DECLINE"']]);
  expect(told('interview').at(-1)).toEqual(['changed', expect.stringContaining('interviewed_on › label'), '面谈日期', '面谈日']);
  expect(told('granted')[0]?.[0]).toBe('added');
  expect(told('approved')[0]?.[0]).toBe('removed');
  expect(told('checks').length).toBeGreaterThan(0);
});
