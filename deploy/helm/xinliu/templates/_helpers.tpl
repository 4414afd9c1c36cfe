{{/* What one service is: its own file over the defaults, `services.<name>` over both. The result is YAML. */}}
{{- define "xinliu.service" -}}
{{- $own := .root.Files.Get (printf "services/%s.yaml" .name) | fromYaml -}}
{{- $told := get .root.Values.services .name | default dict -}}
{{- mergeOverwrite (deepCopy .root.Values.defaults) $own (deepCopy $told) | toYaml -}}
{{- end -}}

{{- define "xinliu.names" -}}
{{- $found := list -}}
{{- range $path, $_ := .Files.Glob "services/*.yaml" -}}{{- $found = append $found (base $path | trimSuffix ".yaml") -}}{{- end -}}
{{- sortAlpha $found | toJson -}}
{{- end -}}

{{- define "xinliu.labels" -}}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/part-of: xinliu
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end -}}

{{- define "xinliu.selector" -}}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end -}}

{{- define "xinliu.image" -}}
{{- $digest := get .root.Values.image.digests .name -}}
{{- $place := printf "%s/xinliu/%s" (required "image.registry: where are the images?" .root.Values.image.registry) .name -}}
{{- if $digest -}}{{ $place }}@{{ $digest }}{{- else -}}{{ $place }}:{{ .root.Values.image.tag | default .root.Chart.AppVersion }}{{- end -}}
{{- end -}}

{{- define "xinliu.issuer" -}}
{{- .Values.oidc.issuer | default (printf "https://%s/auth/realms/xinliu" (required "host: under which name is the system reached?" .Values.host)) -}}
{{- end -}}

{{- define "xinliu.bootstrap" -}}
{{- if .Values.kafka.bootstrap -}}{{ .Values.kafka.bootstrap }}
{{- else if .Values.kafka.strimzi.enabled -}}{{ .Release.Name }}-kafka-bootstrap:9093
{{- else -}}{{ required "kafka.bootstrap: which broker?" .Values.kafka.bootstrap }}
{{- end -}}
{{- end -}}

{{- define "xinliu.caSecret" -}}
{{- if .Values.kafka.caSecret -}}{{ .Values.kafka.caSecret }}
{{- else if .Values.kafka.strimzi.enabled -}}{{ .Release.Name }}-cluster-ca-cert
{{- end -}}
{{- end -}}

{{- define "xinliu.otlp" -}}
{{- if .Values.observability.otlp -}}{{ .Values.observability.otlp }}
{{- else if .Values.observability.collector.enabled -}}http://otel-collector:4318
{{- end -}}
{{- end -}}

{{/* The Gateway that routes hang on. */}}
{{- define "xinliu.gateway" -}}
- name: {{ required "edge.gateway.name: which Gateway?" .Values.edge.gateway.name }}
  {{- with .Values.edge.gateway.namespace }}
  namespace: {{ . }}
  {{- end }}
  {{- with .Values.edge.gateway.section }}
  sectionName: {{ . }}
  {{- end }}
{{- end -}}

{{/* Nobody is root, nothing is written outside /tmp. */}}
{{- define "xinliu.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile: {type: RuntimeDefault}
{{- end -}}

{{- define "xinliu.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: {drop: [ALL]}
{{- end -}}

{{/* Environment: settings by ConfigMap, secrets by reference. */}}
{{- define "xinliu.environment" -}}
{{- $service := include "xinliu.service" . | fromYaml -}}
- {name: KAFKA_USERNAME, value: {{ .name }}}
- name: KAFKA_PASSWORD
  valueFrom:
    secretKeyRef: {{ if .root.Values.kafka.strimzi.enabled }}{name: {{ .name }}, key: password}{{ else }}{name: {{ .name }}-secrets, key: KAFKA_PASSWORD}{{ end }}
- name: DATABASE_URL
  valueFrom:
    secretKeyRef: {{ if .root.Values.postgres.cloudnativepg.enabled }}{name: {{ .name }}-db-app, key: uri}{{ else }}{name: {{ .name }}-secrets, key: DATABASE_URL}{{ end }}
{{- range $variable, $key := $service.secrets }}
- name: {{ $variable }}
  valueFrom:
    secretKeyRef: {name: {{ $.name }}-secrets, key: {{ $key }}}
{{- end }}
{{- end -}}

{{/* One container of a service; `mode` is what it does. */}}
{{- define "xinliu.container" -}}
{{- $service := include "xinliu.service" . | fromYaml -}}
image: {{ include "xinliu.image" . }}
imagePullPolicy: {{ .root.Values.image.pullPolicy }}
args: [{{ .mode }}]
envFrom:
  - configMapRef: {name: {{ .name }}}
env: {{- include "xinliu.environment" . | nindent 2 }}
resources: {{- toYaml $service.resources | nindent 2 }}
securityContext: {{- include "xinliu.containerSecurity" . | nindent 2 }}
volumeMounts:
  - {name: tmp, mountPath: /tmp}
  {{- if include "xinliu.caSecret" .root }}
  - {name: kafka-ca, mountPath: /etc/kafka-ca, readOnly: true}
  {{- end }}
  {{- if dig "models" "claim" "" $service }}
  - {name: models, mountPath: /data/models, readOnly: true}
  {{- end }}
  {{- with $service.mounts }}{{ toYaml . | nindent 2 }}{{- end }}
{{- end -}}

{{- define "xinliu.volumes" -}}
{{- $service := include "xinliu.service" . | fromYaml -}}
- name: tmp
  emptyDir: {sizeLimit: 256Mi}
{{- with include "xinliu.caSecret" .root }}
- name: kafka-ca
  secret: {secretName: {{ . }}, items: [{key: ca.crt, path: ca.crt}]}
{{- end }}
{{- with dig "models" "claim" "" $service }}
- name: models
  persistentVolumeClaim: {claimName: {{ . }}, readOnly: true}
{{- end }}
{{- with $service.volumes }}
{{ toYaml . }}
{{- end }}
{{- end -}}
