// A drawing to look at: it can be moved and enlarged, and nothing of it changed.
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json';
import type { Drawing } from './drawing';

export const viewerIn = (container: HTMLElement): Drawing => new NavigatedViewer({ container, moddleExtensions: { camunda } } as never) as unknown as Drawing;
