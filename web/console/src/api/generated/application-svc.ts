// Made by `make api` from application-svc's OpenAPI document, sha256 ec58dadf9943a071ea1674c760e61b56f739d10a6ba8e5ee0cba2a5ddaf51801; not edited.
export interface paths {
    "/v1/admin/consumers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The consuming processes of this service that are there, each as it says it is.
         *
         *     Permission: `dead-letter.read`.
         */
        get: operations["list_consumers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/consumers/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Lets consumers that stopped after too many dead letters go on, behind those letters, within seconds.
         *
         *     Permission: `consumer.resume`.
         */
        post: operations["resume_consumers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Dead letters of this service, newest first.
         *
         *     Permission: `dead-letter.read`.
         */
        get: operations["list_dead_letters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/dead-letters/{letter_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description One letter, in whatever state it is.
         *
         *     Permission: `dead-letter.read`.
         */
        get: operations["get_dead_letter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/dead-letters/{letter_id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Proposes to forget a letter without handling it; another person has to confirm.
         *
         *     Permission: `dead-letter.discard`.
         */
        post: operations["propose_discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/dead-letters/{letter_id}/discard/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Discards a letter that another person has proposed to discard. It stays, and is never tried again.
         *
         *     Permission: `dead-letter.discard`.
         */
        post: operations["confirm_discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/dead-letters/{letter_id}/discard/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Leaves a letter that was proposed to be discarded as it was.
         *
         *     Permission: `dead-letter.discard`.
         */
        post: operations["reject_discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/dead-letters/{letter_id}/rehearsal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description A replay as a dry run: the handler does its work in a transaction that is rolled back. Nothing is kept or sent,
         *     the letter stays as it is.
         *
         *     Permission: `dead-letter.replay`.
         */
        post: operations["rehearse_dead_letter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/dead-letters/{letter_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Hands a dead letter to its handler again.
         *
         *     Permission: `dead-letter.replay`.
         */
        post: operations["replay_dead_letter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/legal-holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Legal holds of this service, newest first.
         *
         *     Permission: `retention.read`.
         */
        get: operations["list_legal_holds"];
        put?: never;
        /**
         * @description Nothing about the application or the customer goes from this service from now on.
         *
         *     Permission: `legal-hold.place`.
         */
        post: operations["place_legal_hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/legal-holds/{hold_id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Ends a hold; another person than who placed it does. What is due goes with the next run.
         *
         *     Permission: `legal-hold.release`.
         */
        post: operations["release_legal_hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/outbox/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Tries messages again that the broker has refused, once what it takes has been changed.
         *
         *     Permission: `outbox.replay`.
         */
        post: operations["release_outbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/outbox/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Publishes retained outbox rows again; inboxes make the second delivery harmless.
         *
         *     Permission: `outbox.replay`.
         */
        post: operations["replay_outbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/parameter-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Proposed changes and what became of them, newest first.
         *
         *     Permission: `parameter.read`.
         */
        get: operations["list_parameter_changes"];
        put?: never;
        /**
         * @description Proposes a value; it holds from its day on when another person has approved it.
         *
         *     Permission: `parameter.propose`.
         */
        post: operations["propose_parameter_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/parameter-changes/{change_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description One proposed change; its ETag is for If-Match.
         *
         *     Permission: `parameter.read`.
         */
        get: operations["get_parameter_change"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/parameter-changes/{change_id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Puts a proposed value in force from its day on; another person than the proposer does.
         *
         *     Permission: `parameter.approve`.
         */
        post: operations["approve_parameter_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/parameter-changes/{change_id}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Ends a proposal that is not wanted; another person than the proposer does.
         *
         *     Permission: `parameter.approve`.
         */
        post: operations["reject_parameter_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/parameter-changes/{change_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Takes one's own proposal back.
         *
         *     Permission: `parameter.propose`.
         */
        post: operations["withdraw_parameter_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/parameter-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The codes that this service reads, and what their values may be; one page holds them all.
         *
         *     Permission: `parameter.read`.
         */
        get: operations["list_parameter_kinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/parameters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Every value of this service, past and future ones included; there are few, so one page holds them all.
         *
         *     Permission: `parameter.read`.
         */
        get: operations["list_parameters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/retention/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Every rule of this service with the period that holds today; one page holds them all.
         *
         *     Permission: `retention.read`.
         */
        get: operations["list_retention_rules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/retention/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description What was taken away, newest first.
         *
         *     Permission: `retention.read`.
         */
        get: operations["list_retention_runs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/runtime": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description What the process that answers takes and does; where a service has several, ask Prometheus for all of them.
         *
         *     Permission: `dead-letter.read`.
         */
        get: operations["get_runtime"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Applications, newest first; of the caller's branch where he is bound to one.
         *
         *     Permission: `application.read`.
         */
        get: operations["list_applications"];
        put?: never;
        /**
         * @description Hands in a complete application. A product that asks for documents begins as a draft: POST /v1/drafts.
         *
         *     Permission: `application.submit`.
         */
        post: operations["submit_application"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{application_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description One application; its ETag is the sequence that If-Match of an act may name.
         *
         *     Permission: `application.read`.
         */
        get: operations["get_application"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{application_id}/conditions/{condition}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Somebody has seen that a condition is fulfilled that the approval sets before the contract is signed; he neither
         *     made nor decided the application, and has its loan paid out by another.
         *
         *     Permission: `condition.check`.
         */
        post: operations["check_condition_off"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{application_id}/contract": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The contract's content and hash, and its signature if there is one.
         *
         *     Permission: `offer.read`.
         */
        get: operations["get_contract"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{application_id}/contract-to-sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The contract of an offer, for the service that has it signed.
         *
         *     Permission: `signature.record`.
         */
        get: operations["get_contract_to_sign"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{application_id}/counterparty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Who is paid in the borrower's stead (受托支付), with the paper that proves it; needed above the line of R-2.6a
         *     before the contract is signed. Another one may be named until then.
         *
         *     Permission: `contract.sign`.
         */
        post: operations["name_counterparty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{application_id}/disclosure-confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description The borrower has read the cost disclosure (domain.md R-2.21) for as long as is asked for, since it was given out
         *     to this client. What he has signed on paper is another act: POST …/signed-disclosure.
         *
         *     Permission: `disclosure.confirm`.
         */
        post: operations["confirm_disclosure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{application_id}/disclosure-deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Gives the cost disclosure out to the borrower's client. When, to whom and which one is recorded, and the reading
         *     time counts from the first time on. It can be asked for again and takes no Idempotency-Key.
         *
         *     Permission: `disclosure.confirm`.
         */
        post: operations["deliver_disclosure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{application_id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The documents of an application, without their contents.
         *
         *     Permission: `application.read`.
         */
        get: operations["list_documents"];
        put?: never;
        /**
         * @description Uploads a document to a draft, or to an application that waits for documents.
         *
         *     Permission: `document.upload`.
         */
        post: operations["attach_document"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{application_id}/documents/{document_id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description A document's content. Each look is recorded.
         *
         *     Permission: `document.read`.
         */
        get: operations["read_document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{application_id}/documents/face-photo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The newest photo of the applicant's face, for the service that has it compared. Each look is recorded.
         *
         *     Permission: `customer.identify`.
         */
        get: operations["read_face_photo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{application_id}/documents/reusable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Papers of the customer's earlier applications that this one needs and that are still valid: they serve again when
         *     it is handed in with `reuse_documents`, as the customer wishes.
         *
         *     Permission: `application.read`.
         */
        get: operations["list_reusable_documents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{application_id}/offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The offer with everything it costs (domain.md R-2.20), and the hash that a confirmation names.
         *
         *     Permission: `offer.read`.
         */
        get: operations["get_offer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{application_id}/provider-signature": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description The borrower has signed with the provider: the file is kept sealed under its SHA-256, the contract is signed, and
         *     the loan is booked and paid out.
         *
         *     Permission: `signature.record`.
         */
        post: operations["sign_by_provider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{application_id}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description What the borrower has asked about the decisions of his application, and how each request stands.
         *
         *     Permission: `application.read`.
         */
        get: operations["list_review_requests"];
        put?: never;
        /**
         * @description The borrower wants his decision explained, or decided by a person who took no part in it (PIPL 24): once each.
         *
         *     Permission: `review.request`.
         */
        post: operations["request_review"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{application_id}/signature": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description The borrower has signed the contract, himself or on paper before staff; the loan is booked and paid out.
         *
         *     Permission: `contract.sign`.
         */
        post: operations["sign_contract"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{application_id}/signed-disclosure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description At a branch: the borrower has signed the printed cost disclosure, and somebody else has uploaded its scan.
         *
         *     Permission: `disclosure.certify`.
         */
        post: operations["certify_disclosure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{application_id}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Hands in a draft whose documents are there.
         *
         *     Permission: `application.submit`.
         */
        post: operations["submit_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{application_id}/supplements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description The documents that were asked for are uploaded; the case is checked anew.
         *
         *     Permission: `document.upload`.
         */
        post: operations["supplement_application"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{application_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description The applicant steps back; possible until the contract is signed.
         *
         *     Permission: `application.withdraw`.
         */
        post: operations["withdraw_application"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/statuses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Where many applications stand, for a front end that follows them; a read, so it takes no Idempotency-Key.
         *
         *     Permission: `application.read`.
         */
        post: operations["list_application_statuses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/consent-texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The wordings that a consent of today names, on one page.
         *
         *     Permission: `consent-text.read`.
         */
        get: operations["list_consent_texts"];
        put?: never;
        /**
         * @description Proposes a wording from a later day on; another person approves it.
         *
         *     Permission: `consent-text.propose`.
         */
        post: operations["propose_consent_text"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/consent-texts/{text_id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description From its first day on consents name this wording; never by its proposer.
         *
         *     Permission: `consent-text.approve`.
         */
        post: operations["approve_consent_text"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/consent-texts/{text_id}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Refuses a wording; never by its proposer.
         *
         *     Permission: `consent-text.approve`.
         */
        post: operations["reject_consent_text"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/consents/{consent_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Ends a permission at once; no reason is asked.
         *
         *     Permission: `consent.grant`.
         */
        post: operations["withdraw_consent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Customers, newest first, masked; of the caller's branch where he is bound to one.
         *
         *     Permission: `customer.read`.
         */
        get: operations["list_customers"];
        put?: never;
        /**
         * @description Registers a person, with the consents given in the same act. Who is known already is answered as he is known.
         *
         *     Permission: `customer.register`.
         */
        post: operations["register_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{customer_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description One customer, masked.
         *
         *     Permission: `customer.read`.
         */
        get: operations["get_customer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{customer_id}/consent-scans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Uploads the scan of a consent that the customer has signed on paper; the consent names it as its evidence.
         *
         *     Permission: `consent.grant`.
         */
        post: operations["keep_consent_scan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{customer_id}/consent-scans/{scan_id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The scan of a consent. Each look is recorded.
         *
         *     Permission: `document.read`.
         */
        get: operations["read_consent_scan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{customer_id}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Every permission of a customer, newest first, withdrawn ones included.
         *
         *     Permission: `customer.read`.
         */
        get: operations["list_consents"];
        put?: never;
        /**
         * @description Keeps permissions that a customer has given.
         *
         *     Permission: `consent.grant`.
         */
        post: operations["grant_consents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{customer_id}/details": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Changes what may change of a customer: mobile number, card, validity of the identity document, employer, address.
         *
         *     Applications that are in process go on as they were submitted; a pay-out goes to the card that is known then.
         *
         *     Permission: `customer.register`.
         */
        post: operations["change_customer_details"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{customer_id}/reveals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Who has looked at protected values of a customer, which, why and for what, newest first.
         *
         *     Permission: `customer.read`.
         */
        get: operations["list_reveals"];
        put?: never;
        /**
         * @description Shows protected values to a person, for a task of his or a stated application. Each call is recorded and stands
         *     in the customer's file; so many customers an hour and no more; it takes no Idempotency-Key.
         *
         *     Permission: `customer.reveal`.
         */
        post: operations["reveal_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/found": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description The customer of a mobile number; a read, so it takes no Idempotency-Key. A number that several customers gave
         *     signs nobody in.
         *
         *     Permission: `sign-in.check`.
         */
        post: operations["find_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Persons in clear for a service, as far as its purpose needs them. Each call is recorded; no Idempotency-Key.
         *
         *     Permission: `customer.identify`.
         */
        post: operations["identify_customers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/masked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Several customers at once, masked; a read, so it takes no Idempotency-Key.
         *
         *     Permission: `customer.read`.
         */
        post: operations["list_masked_customers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Keeps an application that needs documents before it can be handed in.
         *
         *     Permission: `application.submit`.
         */
        post: operations["save_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The borrower's own applications, newest first.
         *
         *     Permission: `own-application.read`.
         */
        get: operations["list_own_applications"];
        put?: never;
        /**
         * @description Hands in a complete application of the borrower. A product that asks for papers begins as a draft.
         *
         *     Permission: `own-application.make`.
         */
        post: operations["submit_own_application"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/applications/{application_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description One of the borrower's own applications; its ETag is the sequence that If-Match of an act may name.
         *
         *     Permission: `own-application.read`.
         */
        get: operations["get_own_application"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/applications/{application_id}/contract": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The contract's content and hash, and its signature if there is one.
         *
         *     Permission: `own-application.read`.
         */
        get: operations["get_own_contract"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/applications/{application_id}/disclosure-confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description The borrower has read the cost disclosure (domain.md R-2.21) for as long as is asked for.
         *
         *     Permission: `own-offer.accept`.
         */
        post: operations["confirm_own_disclosure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/applications/{application_id}/disclosure-deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Gives the cost disclosure out to the borrower; the reading time counts from the first time on. It can be asked
         *     for again and takes no Idempotency-Key.
         *
         *     Permission: `own-offer.accept`.
         */
        post: operations["deliver_own_disclosure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/applications/{application_id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The papers of the borrower's own application, without their contents.
         *
         *     Permission: `own-application.read`.
         */
        get: operations["list_own_documents"];
        put?: never;
        /**
         * @description Uploads a paper to the borrower's own draft, or to his application that waits for papers. Its content decides
         *     what it is.
         *
         *     Permission: `own-application.make`.
         */
        post: operations["attach_own_document"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/applications/{application_id}/documents/reusable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Papers that the borrower has handed in before and that still serve: with `reuse_documents`, as he wishes.
         *
         *     Permission: `own-application.read`.
         */
        get: operations["list_own_reusable_documents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/applications/{application_id}/offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The offer with everything it costs (domain.md R-2.20), and the hash that a confirmation names.
         *
         *     Permission: `own-application.read`.
         */
        get: operations["get_own_offer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/applications/{application_id}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description What the borrower has asked about the decisions of his application, and how each request stands.
         *
         *     Permission: `own-application.read`.
         */
        get: operations["list_own_review_requests"];
        put?: never;
        /**
         * @description The borrower wants his decision explained, or decided by a person who took no part in it (PIPL 24): once each.
         *
         *     Permission: `own-review.request`.
         */
        post: operations["request_own_review"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/applications/{application_id}/signature": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description The borrower signs the contract electronically; the loan is booked and paid out.
         *
         *     Permission: `own-offer.accept`.
         */
        post: operations["sign_own_contract"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/applications/{application_id}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Hands in the borrower's own draft, when its papers are there.
         *
         *     Permission: `own-application.make`.
         */
        post: operations["submit_own_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/applications/{application_id}/supplements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description The papers that were asked for are uploaded; the case is checked anew.
         *
         *     Permission: `own-application.make`.
         */
        post: operations["supplement_own_application"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/applications/{application_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description The borrower steps back; possible until the contract is signed.
         *
         *     Permission: `own-application.make`.
         */
        post: operations["withdraw_own_application"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/consent-texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The wordings that a consent of today names, on one page.
         *
         *     Permission: `offering.read`.
         */
        get: operations["list_wordings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Every permission that the borrower has given, newest first, withdrawn ones included.
         *
         *     Permission: `own-person.read`.
         */
        get: operations["list_own_consents"];
        put?: never;
        /**
         * @description Keeps permissions that the borrower gives.
         *
         *     Permission: `own-person.keep`.
         */
        post: operations["grant_own_consents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/consents/{consent_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Ends a permission at once, as easily as it was given (PIPL 15); no reason is asked.
         *
         *     Permission: `own-person.keep`.
         */
        post: operations["withdraw_own_consent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Keeps an application of the borrower that papers belong to, before it is handed in.
         *
         *     Permission: `own-application.make`.
         */
        post: operations["save_own_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/person": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description What is kept of the borrower, masked; `customer-not-found` to who has signed in and not registered yet.
         *
         *     Permission: `own-person.read`.
         */
        get: operations["get_own_person"];
        put?: never;
        /**
         * @description Who has signed in with a number that is nobody's tells who he is, with the consents given in the same act. An
         *     identity number that is another customer's is refused, and so are many of them.
         *
         *     Permission: `own-person.keep`.
         */
        post: operations["register_own_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description What a borrower may ask for himself today, on one page; what is sold at branches alone is not among it.
         *
         *     Permission: `offering.read`.
         */
        get: operations["list_offerings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/products/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description One of them: its limits, the JSON Schema of its form, the papers and sources that it asks for.
         *
         *     Permission: `offering.read`.
         */
        get: operations["get_offering"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/newcomers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Gives who signs in with a number that is nobody's an id: a code can be sent to him, and under it he registers
         *     himself. The same one each time until then; refused for a number that is a customer's, or several customers'.
         *
         *     Permission: `sign-in.check`.
         */
        post: operations["welcome_newcomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partner-applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Registers the applicant, or finds him as he is known, and hands his application in with its papers.
         *
         *     Permission: `partner-application.enter`.
         */
        post: operations["enter_partner_application"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partner-applications/{application_id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description A paper for an application that waits for papers, by the partner that has brought it.
         *
         *     Permission: `partner-application.enter`.
         */
        post: operations["attach_partner_document"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partner-applications/{application_id}/supplement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description The papers that were asked for are there; the application is looked at anew.
         *
         *     Permission: `partner-application.enter`.
         */
        post: operations["complete_partner_supplement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partner-applications/{application_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description The applicant steps back through the partner that has brought him.
         *
         *     Permission: `partner-application.enter`.
         */
        post: operations["withdraw_partner_application"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partner-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Whether a person is a customer: who knows both of his numbers may ask. Nothing is created; it is recorded.
         *
         *     Permission: `partner-application.enter`.
         */
        post: operations["check_known"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/product-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Proposed versions and what became of them, newest first.
         *
         *     Permission: `product-proposal.read`.
         */
        get: operations["list_product_proposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/product-proposals/{proposal_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description A proposed version.
         *
         *     Permission: `product-proposal.read`.
         */
        get: operations["get_product_proposal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/product-proposals/{proposal_id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Brings a proposed version on sale from its first day on; never by its proposer.
         *
         *     Permission: `product.approve`.
         */
        post: operations["approve_product"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/product-proposals/{proposal_id}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Refuses a proposed version; never by its proposer, who withdraws.
         *
         *     Permission: `product.approve`.
         */
        post: operations["reject_product"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/product-proposals/{proposal_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Takes one's own proposal back.
         *
         *     Permission: `product.propose`.
         */
        post: operations["withdraw_product"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description What is on sale today, on one page.
         *
         *     Permission: `product.read`.
         */
        get: operations["list_products"];
        put?: never;
        /**
         * @description Proposes the next version of a product, on sale from a later day, or a new product. Another person approves it:
         *     POST /v1/product-proposals/{proposal_id}/approval.
         *
         *     Permission: `product.propose`.
         */
        post: operations["propose_product"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description A product: its limits, the JSON Schema of its form, the documents and sources that it asks for.
         *
         *     Permission: `product.read`.
         */
        get: operations["get_product"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{code}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Every version of a product, the past ones too, and who brought it on sale.
         *
         *     Permission: `product-proposal.read`.
         */
        get: operations["list_product_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Visits, planned last first; of the caller's branch where he is bound to one.
         *
         *     Permission: `visit.read`.
         */
        get: operations["list_visits"];
        put?: never;
        /**
         * @description Plans a visit of the caller's own to a customer of his branch.
         *
         *     Permission: `visit.keep`.
         */
        post: operations["plan_visit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits/{visit_id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description The caller does not go.
         *
         *     Permission: `visit.keep`.
         */
        post: operations["cancel_visit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits/{visit_id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description The second person whom the record names vouches for it.
         *
         *     Permission: `visit.confirm`.
         */
        post: operations["confirm_visit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits/{visit_id}/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Keeps a photograph of the spot, or what the customer drew, with when and where it was taken.
         *
         *     Permission: `visit.keep`.
         */
        post: operations["keep_visit_paper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits/{visit_id}/papers/{paper_id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description A photograph or a drawing. Each look is recorded.
         *
         *     Permission: `visit.read`.
         */
        get: operations["read_visit_paper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits/{visit_id}/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Where a visit went and what was told of it. Each look is recorded.
         *
         *     Permission: `visit.read`.
         */
        get: operations["get_visit_record"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits/{visit_id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Closes a visit of the caller's own with what came of it; the pictures that it names have arrived before.
         *
         *     Permission: `visit.keep`.
         */
        post: operations["report_visit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits/days/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description What the caller himself has planned for a day, with where it goes, for a telephone that loses its line. Each look
         *     is recorded.
         *
         *     Permission: `visit.keep`.
         */
        get: operations["list_visits_of_day"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * ApplicationBody
         * @description What a customer asks for. The product's form says what `form` holds: GET /v1/products/{code}.
         */
        ApplicationBody: {
            /**
             * Amount Minor
             * @description Money in minor units (fen)
             * @example 3000000
             */
            amount_minor: number;
            /** @description Where it came in; absent: the product's own */
            channel?: components["schemas"]["Channel"] | null;
            /**
             * Customer Id
             * Format: uuid
             */
            customer_id: string;
            /**
             * Device Id
             * @description Kept as a keyed hash only
             */
            device_id?: string | null;
            /**
             * Form
             * @default {}
             * @example {
             *       "employment": "EMPLOYED",
             *       "monthly_income_minor": 900000
             *     }
             */
            form?: {
                [key: string]: unknown;
            };
            /**
             * Product Code
             * @example PCL-ONLINE
             */
            product_code: string;
            /**
             * Purpose
             * @example DECORATION
             */
            purpose: string;
            /** @example EQUAL_INSTALMENT */
            repayment_method: components["schemas"]["RepaymentMethod"];
            /**
             * Reuse Documents
             * @description The customer agrees that papers of his earlier applications that are still valid serve again
             * @default false
             */
            reuse_documents?: boolean;
            /**
             * Schedule
             * @description Dates and principals of one's own, where the product's method takes them
             * @default []
             */
            schedule?: components["schemas"]["OwnDueBody"][];
            /**
             * Term Months
             * @example 12
             */
            term_months: number;
        };
        /**
         * ApplicationLineView
         * @description An application in a list, with what is needed to act on its offer.
         */
        ApplicationLineView: {
            /** Amount Minor */
            amount_minor: number;
            /** Application No */
            application_no: string;
            /** Branch */
            branch: string;
            /** Contract Hash */
            contract_hash: string | null;
            contract_status: components["schemas"]["ContractStatus"] | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Customer Id
             * Format: uuid
             */
            customer_id: string;
            /** Decided At */
            decided_at: string | null;
            /** Disbursed At */
            disbursed_at: string | null;
            /** Disclosure Hash */
            disclosure_hash: string | null;
            /** Forced Read Seconds */
            forced_read_seconds: number | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Loan Id */
            loan_id: string | null;
            /** Offer Expires At */
            offer_expires_at: string | null;
            /** Product Code */
            product_code: string;
            /** Sequence */
            sequence: number;
            status: components["schemas"]["ApplicationStatus"];
            /** Submitted At */
            submitted_at: string | null;
            /** Term Months */
            term_months: number;
        };
        /**
         * ApplicationStatus
         * @description States of domain.md §15.1. Its PRESCREEN is the automatic check, which begins with the submission: SUBMITTED.
         *
         *     Its INVESTIGATION is field work, which no product here asks for.
         * @enum {string}
         */
        ApplicationStatus: "DRAFT" | "SUBMITTED" | "SUPPLEMENT" | "REVIEW" | "APPROVAL" | "APPROVED" | "CONDITIONAL" | "DECLINED" | "WITHDRAWN" | "EXPIRED";
        /**
         * ApplicationView
         * @description An application.
         */
        ApplicationView: {
            /** Amount Minor */
            amount_minor: number;
            /**
             * Application No
             * @example AP202611237Q2M4K9T0ZBA
             */
            application_no: string;
            /** Branch */
            branch: string;
            /** Channel */
            channel: string;
            contract_status: components["schemas"]["ContractStatus"] | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By */
            created_by: string;
            /**
             * Customer Id
             * Format: uuid
             */
            customer_id: string;
            decision: components["schemas"]["DecisionView"] | null;
            /** Documents */
            documents: components["schemas"]["DocumentView"][];
            /** Form */
            form: {
                [key: string]: unknown;
            };
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Loan Id */
            loan_id: string | null;
            /** Product Code */
            product_code: string;
            /** Product Version */
            product_version: number;
            /** Purpose */
            purpose: string;
            repayment_method: components["schemas"]["RepaymentMethod"];
            /** Schedule */
            schedule: components["schemas"]["OwnDueView"][];
            /** Sequence */
            sequence: number;
            status: components["schemas"]["ApplicationStatus"];
            /** Submitted At */
            submitted_at: string | null;
            supplement: components["schemas"]["SupplementView"] | null;
            /** Term Months */
            term_months: number;
        };
        /**
         * CancellationBody
         * @description Nothing to say.
         */
        CancellationBody: Record<string, never>;
        /**
         * CardState
         * @description What is known of a customer's card. The one told at registration is checked with each application; any other is
         *     asked of the bank before money goes to it (domain.md R-6.2, R-6.3).
         * @enum {string}
         */
        CardState: "REGISTERED" | "UNVERIFIED" | "VERIFIED" | "REFUSED";
        /**
         * ChangeStatus
         * @description Only an APPROVED change has a row.
         * @enum {string}
         */
        ChangeStatus: "PROPOSED" | "APPROVED" | "REJECTED" | "WITHDRAWN";
        /**
         * Channel
         * @description Where it is sold.
         * @enum {string}
         */
        Channel: "ONLINE" | "OFFLINE" | "PARTNER";
        /**
         * ConditionEvidenceBody
         * @description Where it is seen that a condition is fulfilled.
         */
        ConditionEvidenceBody: {
            /**
             * Evidence
             * @example 配偶声明书，档案第 12 页
             */
            evidence: string;
        };
        /**
         * ConditionView
         * @description What the approval depends on before the contract is signed, and who has seen it fulfilled.
         */
        ConditionView: {
            /** Checked At */
            checked_at: string | null;
            /** Checked By */
            checked_by: string | null;
            /** Code */
            code: string;
            /** Evidence */
            evidence: string | null;
            /** Wording */
            wording: string;
        };
        /**
         * Confidence
         * @description How sure a value's source is (domain.md §0.1).
         * @enum {string}
         */
        Confidence: "C1" | "C2" | "MH" | "MM" | "ML" | "P";
        /**
         * ConsentBody
         * @description A permission that the customer has given.
         * @example {
         *       "purpose": "02",
         *       "source": "IDENTITY"
         *     }
         */
        ConsentBody: {
            /** @description A WRITTEN consent needs it */
            evidence?: components["schemas"]["EvidenceBody"] | null;
            /** @description How it was given; absent: in the form that the source needs */
            form?: components["schemas"]["ConsentForm"] | null;
            /**
             * @description 02 loan approval, 01 management after the pay-out
             * @default 02
             */
            purpose?: components["schemas"]["Purpose"];
            source: components["schemas"]["Source"];
            /**
             * Text Version
             * @description The wording that was shown; absent: the one in force, no other is taken
             */
            text_version?: string | null;
            /**
             * Valid Until
             * @description Absent: as long as a consent may hold. It ends with the application or the loan before
             */
            valid_until?: string | null;
        };
        /**
         * ConsentForm
         * @description How the permission was given; each form satisfies what the weaker ones do.
         * @enum {string}
         */
        ConsentForm: "GENERAL" | "SEPARATE" | "WRITTEN";
        /**
         * ConsentInForce
         * @description A permission that has neither run out nor been withdrawn.
         */
        ConsentInForce: {
            /**
             * Consent Id
             * Format: uuid
             */
            consent_id: string;
            purpose_code: components["schemas"]["Purpose"];
            source: components["schemas"]["Source"];
            /**
             * Valid From
             * Format: date-time
             */
            valid_from: string;
            /**
             * Valid Until
             * Format: date-time
             */
            valid_until: string;
        };
        /**
         * ConsentsBody
         * @description Permissions given in one act.
         */
        ConsentsBody: {
            /** Consents */
            consents: components["schemas"]["ConsentBody"][];
        };
        /**
         * ConsentsView
         * @description Permissions kept in one act.
         */
        ConsentsView: {
            /** Items */
            items: components["schemas"]["ConsentView"][];
        };
        /**
         * ConsentTextBody
         * @description A new wording for one source and purpose.
         */
        ConsentTextBody: {
            /** @default 02 */
            purpose?: components["schemas"]["Purpose"];
            source: components["schemas"]["Source"];
            /**
             * Text Version
             * @example 2026-08
             */
            text_version: string;
            /**
             * Valid From
             * Format: date
             * @description A later day
             * @example 2099-01-01
             */
            valid_from: string;
            /**
             * Wording
             * @example 本人同意贵机构查询本人信息, 仅用于审核本人的贷款申请, 至该申请办结之日终止。
             */
            wording: string;
        };
        /**
         * ConsentTextView
         * @description A wording.
         */
        ConsentTextView: {
            /** Decided At */
            decided_at: string | null;
            /** Decided By */
            decided_by: string | null;
            /**
             * Hash
             * @description SHA-256 of the wording in UTF-8: what an electronic signature covers
             */
            hash: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * In Force
             * @description Whether a consent of today names it
             */
            in_force: boolean;
            /**
             * Proposed At
             * Format: date-time
             */
            proposed_at: string;
            /** Proposed By */
            proposed_by: string;
            purpose: components["schemas"]["Purpose"];
            source: components["schemas"]["Source"];
            status: components["schemas"]["TextStatus"];
            /** Text Version */
            text_version: string;
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /** Wording */
            wording: string;
        };
        /**
         * ConsentView
         * @description A permission.
         */
        ConsentView: {
            /**
             * Customer Id
             * Format: uuid
             */
            customer_id: string;
            evidence: components["schemas"]["EvidenceView"] | null;
            form: components["schemas"]["ConsentForm"];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** In Force */
            in_force: boolean;
            purpose: components["schemas"]["Purpose"];
            source: components["schemas"]["Source"];
            /**
             * Text Hash
             * @description SHA-256 of the wording; null for the oldest consents
             */
            text_hash: string | null;
            /** Text Version */
            text_version: string;
            /**
             * Valid From
             * Format: date-time
             */
            valid_from: string;
            /**
             * Valid Until
             * Format: date-time
             * @description The latest end; it ends with the application or the loan before
             */
            valid_until: string;
            /** Withdrawn At */
            withdrawn_at: string | null;
        };
        /**
         * ConsumerState
         * @description RUNNING: it handles what comes. WAITING: for the broker or for topics. STOPPED: an operator has to look.
         * @enum {string}
         */
        ConsumerState: "RUNNING" | "WAITING" | "STOPPED";
        /**
         * ConsumerView
         * @description A consuming process of this service.
         */
        ConsumerView: {
            /** Instance */
            instance: string;
            /**
             * Lag
             * @description Messages that it has not handled yet
             */
            lag: number;
            /**
             * Missing
             * @description Topics that it reads and the broker has not
             */
            missing: string[];
            /** Reason */
            reason: string;
            /**
             * Seen At
             * Format: date-time
             */
            seen_at: string;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            state: components["schemas"]["ConsumerState"];
        };
        /**
         * ContingentCost
         * @description A cost that a breach or a choice of the borrower brings about (R-2.20), in words.
         */
        ContingentCost: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Party */
            party: string;
            /** Standard */
            standard: string;
        };
        /**
         * ContractStatus
         * @description States of domain.md §15.1; its SIGNING takes no time here. An unsigned contract ends with its offer, an effective
         *     one with the loan.
         * @enum {string}
         */
        ContractStatus: "DRAFTED" | "DISCLOSED" | "SIGNED" | "EFFECTIVE" | "TERMINATED";
        /**
         * ContractToSignView
         * @description What a provider of signatures needs of a contract beside who its borrower is.
         */
        ContractToSignView: {
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /** Content */
            content: {
                [key: string]: unknown;
            };
            /** Contract Hash */
            contract_hash: string;
            /** Contract No */
            contract_no: string;
            /**
             * Customer Id
             * Format: uuid
             */
            customer_id: string;
            /**
             * Drawn Up At
             * Format: date-time
             */
            drawn_up_at: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /**
             * Open
             * @description Its disclosure is confirmed, it has not run out, and nobody has signed it
             */
            open: boolean;
        };
        /**
         * ContractView
         * @description A contract as data. Its hash is the SHA-256 of `content` as compact UTF-8 JSON with sorted keys.
         */
        ContractView: {
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /** Content */
            content: {
                [key: string]: unknown;
            };
            /** Contract No */
            contract_no: string;
            contract_status: components["schemas"]["ContractStatus"];
            /** Hash */
            hash: string;
            signature: components["schemas"]["SignatureView"] | null;
        };
        /**
         * CostItemView
         * @description One line of the cost disclosure (domain.md R-2.20).
         */
        CostItemView: {
            /** Amount Minor */
            amount_minor: number | null;
            /** Annualised Rate */
            annualised_rate: string | null;
            /** Code */
            code: string;
            /** Contingent */
            contingent: boolean;
            /** Name */
            name: string;
            /** Party */
            party: string;
            /** Standard */
            standard: string;
            /** Timing */
            timing: string;
        };
        /**
         * CounterpartyBody
         * @description Who is paid in the borrower's stead. Name and account are stored encrypted.
         */
        CounterpartyBody: {
            /**
             * Account
             * @example 6212142600000000167
             */
            account: string;
            /**
             * Document Id
             * Format: uuid
             * @description A document PURPOSE_PROOF of the application: order, invoice
             */
            document_id: string;
            /**
             * Name
             * @example 示例装饰有限公司
             */
            name: string;
            /**
             * Registration
             * @description Unified social credit code of a firm; absent: a person's card
             * @example 91350100M000100Y43
             */
            registration?: string | null;
        };
        /**
         * CustomerBody
         * @description A person to register.
         */
        CustomerBody: {
            /** Address */
            address?: string | null;
            /**
             * Branch
             * @description Staff: their own, if given
             */
            branch?: string | null;
            /** Card Number */
            card_number?: string | null;
            /**
             * Consents
             * @default []
             */
            consents?: components["schemas"]["ConsentBody"][];
            /** Employer */
            employer?: string | null;
            /**
             * Id Expires On
             * @description Absent: valid for life (长期)
             * @example 2035-01-31
             */
            id_expires_on?: string | null;
            /** Id Issued On */
            id_issued_on?: string | null;
            /**
             * Identity Number
             * @description GB 11643, 18 characters
             * @example 990101199003078017
             */
            identity_number: string;
            /**
             * Mobile
             * @example 13800001234
             */
            mobile: string;
            /**
             * Name
             * @example 张示例
             */
            name: string;
        };
        /**
         * CustomersView
         * @description Customers in no particular order; ids that do not exist or belong to a branch one does not see are left out.
         */
        CustomersView: {
            /** Items */
            items: components["schemas"]["CustomerView"][];
        };
        /**
         * CustomerType
         * @description Who may borrow.
         * @enum {string}
         */
        CustomerType: "PERSONAL" | "SOLE_TRADER" | "SME_OWNER" | "ENTERPRISE";
        /**
         * CustomerView
         * @description A customer, with everything that names or numbers him masked (JR/T 0171 defaults).
         */
        CustomerView: {
            /** Birth Year */
            birth_year: number;
            /** Branch */
            branch: string;
            /** Card Issuer */
            card_issuer: string | null;
            /**
             * Card Number
             * @description Masked
             * @example 620999*********0011
             */
            card_number: string | null;
            /** @description UNVERIFIED: changed, and the bank has not confirmed it yet; no money goes to it */
            card_state: components["schemas"]["CardState"];
            /** Card Warnings */
            card_warnings: string[];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Id Expires On */
            id_expires_on: string | null;
            /**
             * Identity Number
             * @description Masked
             * @example 9901************17
             */
            identity_number: string;
            /**
             * Mobile
             * @description Masked
             * @example 138****1234
             */
            mobile: string;
            /**
             * Name
             * @description Masked
             * @example 张**
             */
            name: string;
            /**
             * Registered At
             * Format: date-time
             */
            registered_at: string;
            /** Sequence */
            sequence: number;
            sex: components["schemas"]["Sex"];
        };
        /**
         * DayCount
         * @description How the days of an interval become a share of a year (domain.md §3.2).
         * @enum {string}
         */
        DayCount: "ACT/360" | "ACT/365" | "30E/360" | "ACT/ACT";
        /**
         * DayView
         * @description What the caller has planned for a day.
         */
        DayView: {
            /** Items */
            items: components["schemas"]["DayVisitView"][];
        };
        /**
         * DayVisitView
         * @description A visit of the caller's own, with where it goes.
         */
        DayVisitView: {
            /** Application Id */
            application_id: string | null;
            /** Application No */
            application_no: string | null;
            /** Arrived At */
            arrived_at: string | null;
            /** Assignee */
            assignee: string;
            /** Branch */
            branch: string;
            /** Companion */
            companion: string | null;
            /**
             * Confirmed At
             * @description When the second person vouched for the record
             */
            confirmed_at: string | null;
            /**
             * Customer Id
             * Format: uuid
             */
            customer_id: string;
            /**
             * Customer Name
             * @description Masked
             */
            customer_name: string;
            /** Ended At */
            ended_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            outcome: components["schemas"]["VisitOutcome"] | null;
            /** Papers */
            papers: components["schemas"]["VisitPaperView"][];
            /** Place */
            place: string;
            /**
             * Planned At
             * Format: date-time
             */
            planned_at: string;
            purpose: components["schemas"]["VisitPurpose"];
            /**
             * Record Sha256
             * @description SHA-256 of the record: what evidence names, with the visit's id
             */
            record_sha256: string | null;
            /** Sequence */
            sequence: number;
            status: components["schemas"]["VisitStatus"];
            /**
             * Wanted
             * @description Papers that a reviewer asked for
             */
            wanted: string[];
        };
        /**
         * DeadLetterView
         * @description A message that could not be handled. Its value is not shown: it is replayed, not read.
         */
        DeadLetterView: {
            /**
             * Attempts
             * @description Every try, those after a replay included
             */
            attempts: number;
            /** Created At */
            created_at: string | null;
            /** Detail */
            detail: string;
            /** Discard By */
            discard_by: string | null;
            /** Discard Note */
            discard_note: string | null;
            discard_reason: components["schemas"]["DiscardReason"] | null;
            /** Discarded By */
            discarded_by: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Last Failed At */
            last_failed_at: string | null;
            /** Message Id */
            message_id: string | null;
            /** Offset */
            offset: number;
            /** Partition */
            partition: number;
            /** Reason */
            reason: string;
            /** Replayed At */
            replayed_at: string | null;
            /** Replays */
            replays: number;
            state: components["schemas"]["LetterState"];
            /** Topic */
            topic: string;
            /**
             * Topic Id
             * @description Of the topic as it was then: one that was made anew has another
             */
            topic_id: string | null;
        };
        /**
         * DecisionBody
         * @description Nothing to say.
         */
        DecisionBody: Record<string, never>;
        /**
         * DecisionView
         * @description How it was decided. Staff see the reasons with their figures; a borrower, and his channel, the reasons in his
         *     words (`explanations`), at most four and never a fraud rule. He may ask for more: POST …/reviews.
         */
        DecisionView: {
            /** Amount Minor */
            amount_minor: number;
            /** Annual Rate */
            annual_rate: string | null;
            /** Automatic */
            automatic: boolean;
            /**
             * Decided At
             * Format: date-time
             */
            decided_at: string;
            /** Decided By */
            decided_by: string;
            /**
             * Explanations
             * @description What the borrower is told
             */
            explanations: components["schemas"]["ExplanationView"][];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            outcome: components["schemas"]["Outcome"];
            /** Reasons */
            reasons: components["schemas"]["Reason"][];
            /** Term Months */
            term_months: number;
        };
        /**
         * DeliveryView
         * @description The cost disclosure as it was given out. Its hash is the SHA-256 of `disclosure` as compact UTF-8 JSON with
         *     sorted keys.
         */
        DeliveryView: {
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /**
             * Confirmable At
             * Format: date-time
             * @description Before this the confirmation is refused
             */
            confirmable_at: string;
            /**
             * Delivered At
             * Format: date-time
             * @description When it was first given out to this client
             */
            delivered_at: string;
            disclosure: components["schemas"]["DisclosureView"];
            /** Disclosure Hash */
            disclosure_hash: string;
            /** Forced Read Seconds */
            forced_read_seconds: number;
        };
        /**
         * DetailsBody
         * @description What is another now; what is left out stays as it is. Mobile number and card are replaced, never taken away.
         */
        DetailsBody: {
            /**
             * Address
             * @description null: none any more
             */
            address?: string | null;
            /**
             * Card Number
             * @description A debit card for pay-out and repayment
             * @example 6209990000000000011
             */
            card_number?: string;
            /**
             * Employer
             * @description null: none any more
             */
            employer?: string | null;
            /**
             * Id Expires On
             * @description null: valid for life (长期)
             * @example 2035-01-31
             */
            id_expires_on?: string | null;
            /**
             * Id Issued On
             * @description Of a new identity document, with its end
             */
            id_issued_on?: string | null;
            /**
             * Mobile
             * @example 13800001234
             */
            mobile?: string;
        };
        /**
         * DiscardBody
         * @description Why a letter may be forgotten. The note is for the second person:
         *     names and numbers of persons do not belong here.
         */
        DiscardBody: {
            /**
             * Note
             * @example sent by hand while the new release was tried
             */
            note: string;
            reason: components["schemas"]["DiscardReason"];
        };
        /**
         * DiscardReason
         * @description Why a message may be forgotten without having been handled.
         * @enum {string}
         */
        DiscardReason: "NOT_OURS" | "SUPERSEDED" | "SETTLED_OTHERWISE" | "TEST";
        /**
         * DisclosureConfirmationBody
         * @description The borrower has read the cost disclosure with this hash.
         */
        DisclosureConfirmationBody: {
            /**
             * Disclosure Hash
             * @example 0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f
             */
            disclosure_hash: string;
            /**
             * Read Seconds
             * @deprecated
             * @description Not read: our own clock measures
             * @example 15
             */
            read_seconds?: number;
        };
        /**
         * DisclosureView
         * @description 综合融资成本明示表: what the loan costs in all, to be shown and confirmed before signing.
         */
        DisclosureView: {
            /**
             * Annual Rate
             * @description Annual rate as a decimal: 0.072 is 7.2 %
             * @example 0.072
             */
            annual_rate: string;
            /** First Instalment Minor */
            first_instalment_minor: number;
            /** Forced Read Seconds */
            forced_read_seconds: number;
            /** Items */
            items: components["schemas"]["CostItemView"][];
            /**
             * Method
             * @description IRR or XIRR (domain.md §2.5)
             */
            method: string;
            /** Principal Minor */
            principal_minor: number;
            repayment_method: components["schemas"]["RepaymentMethod"];
            /** Statement */
            statement: string;
            /** Term Months */
            term_months: number;
            /**
             * Total Annual Rate
             * @description Annual rate as a decimal: 0.072 is 7.2 %
             * @example 0.072
             */
            total_annual_rate: string;
            /**
             * Total Annual Rate Effective
             * @description Annual rate as a decimal: 0.072 is 7.2 %
             * @example 0.072
             */
            total_annual_rate_effective: string;
            /** Total Cost Minor */
            total_cost_minor: number;
            /** Version */
            version: string;
        };
        /**
         * DocumentKind
         * @description What a document proves.
         * @enum {string}
         */
        DocumentKind: "ID_FRONT" | "ID_BACK" | "INCOME_PROOF" | "BANK_STATEMENT" | "BUSINESS_LICENCE" | "TAX_RETURN" | "PURPOSE_PROOF" | "SIGNED_CONTRACT" | "FACE_PHOTO" | "SIGNED_DISCLOSURE" | "INTERVIEW" | "DUAL_RECORDING" | "SIGNATURE" | "DISCLOSURE" | "VALUATION" | "OTHER";
        /**
         * DocumentsView
         * @description The documents of an application, oldest first.
         */
        DocumentsView: {
            /** Items */
            items: components["schemas"]["DocumentView"][];
        };
        /**
         * DocumentView
         * @description What is known of an uploaded file.
         */
        DocumentView: {
            /**
             * From Application Id
             * @description The earlier application that it was uploaded for, if another
             */
            from_application_id: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kind: components["schemas"]["DocumentKind"];
            media_type: components["schemas"]["MediaType"];
            /** Sha256 */
            sha256: string;
            /** Size Bytes */
            size_bytes: number;
            /**
             * Uploaded At
             * Format: date-time
             */
            uploaded_at: string;
            /** Uploaded By */
            uploaded_by: string;
        };
        /**
         * EvidenceBody
         * @description What shows that the customer has consented: his electronic signature, or a scan that was uploaded before.
         * @example {
         *       "kind": "ELECTRONIC_SIGNATURE",
         *       "reference": "ca:20261123-1",
         *       "sha256": "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f"
         *     }
         */
        EvidenceBody: {
            kind: components["schemas"]["EvidenceKind"];
            /**
             * Reference
             * @description Of the electronic signature, at who keeps it
             * @example ca:20261123-1
             */
            reference?: string | null;
            /**
             * Scan Id
             * @description Of POST /v1/customers/{customer_id}/consent-scans
             */
            scan_id?: string | null;
            /**
             * Sha256
             * @description Of the wording that was signed: `hash` of GET /v1/consent-texts
             */
            sha256?: string | null;
        };
        /**
         * EvidenceKind
         * @description What shows that a customer has given a permission.
         * @enum {string}
         */
        EvidenceKind: "ELECTRONIC_SIGNATURE" | "SCAN";
        /**
         * EvidenceView
         * @description What shows that the customer has consented.
         */
        EvidenceView: {
            kind: components["schemas"]["EvidenceKind"];
            /** Reference */
            reference: string | null;
            /** Scan Id */
            scan_id: string | null;
            /** Sha256 */
            sha256: string | null;
        };
        /**
         * ExplanationView
         * @description A reason in the borrower's words.
         */
        ExplanationView: {
            /** Code */
            code: string;
            /** En */
            en: string;
            /** Zh */
            zh: string;
        };
        /**
         * Fate
         * @description What became of a message; a metric counts by it.
         * @enum {string}
         */
        Fate: "done" | "duplicate" | "refused" | "retried" | "dead";
        /**
         * Fee
         * @description A cost beside interest under normal performance (R-2.20): a fixed amount, or a share of the loan principal.
         */
        "Fee-Input": {
            /** Amount Minor */
            amount_minor?: number | null;
            /** Code */
            code: string;
            /** Name */
            name: string;
            /**
             * Party
             * @description Who collects it
             */
            party: string;
            /** Rate Of Principal */
            rate_of_principal?: (number | string) | null;
            timing: components["schemas"]["FeeTiming"];
        };
        /**
         * Fee
         * @description A cost beside interest under normal performance (R-2.20): a fixed amount, or a share of the loan principal.
         */
        "Fee-Output": {
            /** Amount Minor */
            amount_minor?: number | null;
            /** Code */
            code: string;
            /** Name */
            name: string;
            /**
             * Party
             * @description Who collects it
             */
            party: string;
            /** Rate Of Principal */
            rate_of_principal?: string | null;
            timing: components["schemas"]["FeeTiming"];
        };
        /**
         * FeeTiming
         * @description When a fee is charged.
         * @enum {string}
         */
        FeeTiming: "EVERY_INSTALMENT" | "AT_DISBURSEMENT";
        /**
         * FoundView
         * @description Whose number it is.
         */
        FoundView: {
            /**
             * Customer Id
             * Format: uuid
             */
            customer_id: string;
        };
        /**
         * HolidayRule
         * @description What becomes of a payment that is due on a day on which nobody works (domain.md R-3.7).
         * @enum {string}
         */
        HolidayRule: "NONE" | "FOLLOWING" | "MODIFIED_FOLLOWING";
        /**
         * IdentitiesBody
         * @description Which customers a service needs, and what for.
         */
        IdentitiesBody: {
            /** Ids */
            ids: string[];
            purpose: components["schemas"]["IdentityPurpose"];
        };
        /**
         * IdentitiesView
         * @description Those of the customers that exist.
         */
        IdentitiesView: {
            /** Items */
            items: components["schemas"]["IdentityView"][];
        };
        /**
         * IdentityPurpose
         * @description What a service needs a customer's identity for; each purpose is shown only what it needs.
         * @enum {string}
         */
        IdentityPurpose: "LOAN_APPROVAL" | "PAYMENT" | "NOTIFICATION" | "CARD_VERIFICATION" | "CONTRACT_SIGNATURE";
        /**
         * IdentityView
         * @description A person in clear, for a service that asks outside sources, pays out or notifies.
         *
         *     LOAN_APPROVAL gets everything, PAYMENT name, identity number and card, NOTIFICATION the mobile number only. What a
         *     purpose does not need is empty.
         */
        IdentityView: {
            /** Card */
            card: string | null;
            /**
             * Card Token
             * @description Keyed hash of the card, as signed contracts and orders to pay name it
             */
            card_token: string | null;
            /**
             * Consents
             * @description Of several for one source the longest for loan approval is last
             */
            consents: components["schemas"]["ConsentInForce"][];
            /**
             * Customer Id
             * Format: uuid
             */
            customer_id: string;
            /** Identity Number */
            identity_number: string;
            /** Mobile */
            mobile: string;
            /** Name */
            name: string;
            /**
             * Organisation Code
             * @description Unified social credit code of the person's business, if one applies
             */
            organisation_code: string | null;
            /**
             * Payees
             * @description Who is paid in his stead, as his contracts name them: for PAYMENT
             */
            payees: components["schemas"]["PayeeView"][];
        };
        /**
         * IdsBody
         * @description Which records.
         */
        IdsBody: {
            /** Ids */
            ids: string[];
        };
        /**
         * KnownBody
         * @description Whom a partner asks about.
         */
        KnownBody: {
            /**
             * Identity Number
             * @example 990101199003078017
             */
            identity_number: string;
            /**
             * Mobile
             * @example 13800001234
             */
            mobile: string;
            /**
             * Partner Id
             * Format: uuid
             */
            partner_id: string;
        };
        /**
         * KnownView
         * @description Whether a customer has this identity number and this mobile number.
         */
        KnownView: {
            /** Hit */
            hit: boolean;
        };
        /**
         * LegalHoldBody
         * @description An application or a customer about whom nothing may go. Names of persons do not belong into the reason.
         */
        LegalHoldBody: {
            /**
             * Reason
             * @example lawsuit 2026-117
             */
            reason: string;
            /**
             * Subject Id
             * Format: uuid
             * @description Of an application or a customer
             */
            subject_id: string;
        };
        /**
         * LegalHoldReleaseBody
         * @description Why a hold is needed no longer.
         */
        LegalHoldReleaseBody: {
            /**
             * Reason
             * @example the lawsuit is over
             */
            reason: string;
        };
        /**
         * LegalHoldView
         * @description A legal hold.
         */
        LegalHoldView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Placed At
             * Format: date-time
             */
            placed_at: string;
            /** Placed By */
            placed_by: string;
            /** Reason */
            reason: string;
            /** Release Reason */
            release_reason: string | null;
            /** Released At */
            released_at: string | null;
            /** Released By */
            released_by: string | null;
            /**
             * Subject Id
             * Format: uuid
             */
            subject_id: string;
        };
        /**
         * LetterState
         * @description RETRYING: tried again by itself. DEAD: waits for a person. DISCARDING: one person wants it gone, another has to
         *     look. HANDLED and DISCARDED are ends.
         * @enum {string}
         */
        LetterState: "RETRYING" | "DEAD" | "DISCARDING" | "HANDLED" | "DISCARDED";
        /**
         * MediaType
         * @description The file types that are taken.
         * @enum {string}
         */
        MediaType: "application/pdf" | "image/jpeg" | "image/png";
        /**
         * MobileBody
         * @description A mobile number that somebody wants to sign in with.
         */
        MobileBody: {
            /**
             * Mobile
             * @example 13800001234
             */
            mobile: string;
        };
        /**
         * NewcomerBody
         * @description The number of somebody who is no customer.
         */
        NewcomerBody: {
            /**
             * Mobile
             * @example 13800001234
             */
            mobile: string;
        };
        /**
         * NoPosition
         * @description Why a visit has no position: it says so as long as it is kept.
         * @enum {string}
         */
        NoPosition: "NOT_ALLOWED" | "UNAVAILABLE" | "TIMED_OUT";
        /**
         * OfferedFloating
         * @description A rate that is tied to the LPR: the one that is decided gives the spread, in whole basis points (R-2.16).
         */
        "OfferedFloating-Input": {
            /** Ceiling */
            ceiling?: (number | string) | null;
            /**
             * Cycle Months
             * @description How often it is read anew; 0: never
             * @default 12
             */
            cycle_months?: number;
            /** Floor */
            floor?: (number | string) | null;
            /**
             * @description From which day that is counted
             * @default ANNIVERSARY
             */
            reprice?: components["schemas"]["Reprice"];
            tenor: components["schemas"]["Tenor"];
        };
        /**
         * OfferedFloating
         * @description A rate that is tied to the LPR: the one that is decided gives the spread, in whole basis points (R-2.16).
         */
        "OfferedFloating-Output": {
            /** Ceiling */
            ceiling?: string | null;
            /**
             * Cycle Months
             * @description How often it is read anew; 0: never
             * @default 12
             */
            cycle_months?: number;
            /** Floor */
            floor?: string | null;
            /**
             * @description From which day that is counted
             * @default ANNIVERSARY
             */
            reprice?: components["schemas"]["Reprice"];
            tenor: components["schemas"]["Tenor"];
        };
        /**
         * OfferedGrace
         * @description For how many periods at the beginning something is not asked yet, each kind by itself (R-3.29).
         */
        OfferedGrace: {
            /**
             * Interest Free Periods
             * @description None is charged
             * @default 0
             */
            interest_free_periods?: number;
            /**
             * Interest Periods
             * @description Interest accrues; the first instalment after asks for all of it
             * @default 0
             */
            interest_periods?: number;
            /**
             * Principal Periods
             * @description Interest alone is paid
             * @default 0
             */
            principal_periods?: number;
        };
        /**
         * OfferedLine
         * @description How a line is drawn: its amount is the limit, its term how long it is open.
         */
        OfferedLine: {
            /**
             * Least Draw Minor
             * @description Money in minor units (fen)
             * @default 1
             * @example 1000000
             */
            least_draw_minor?: number;
        };
        /**
         * OfferedMethod
         * @description A repayment method, and up to which term it is offered if that is shorter than the product's.
         */
        "OfferedMethod-Input": {
            /**
             * Balloon Share
             * @description Of the principal, repaid at the end of a BALLOON
             */
            balloon_share?: (number | string) | null;
            /**
             * Due Day
             * @description Of the month; absent: that of the pay-out
             */
            due_day?: number | null;
            /**
             * @description How far due dates lie apart
             * @default {
             *       "count": 1,
             *       "unit": "MONTH"
             *     }
             */
            every?: components["schemas"]["OfferedPeriod"];
            /**
             * @description What is not asked at the beginning
             * @default {
             *       "interest_free_periods": 0,
             *       "interest_periods": 0,
             *       "principal_periods": 0
             *     }
             */
            grace?: components["schemas"]["OfferedGrace"];
            /** Max Term Months */
            max_term_months?: number | null;
            method: components["schemas"]["RepaymentMethod"];
            /**
             * Own Schedule
             * @description Of a STAGED: the applicant names dates and principals, within the term
             * @default false
             */
            own_schedule?: boolean;
            /**
             * Stages
             * @description Of a STAGED, as many periods as its term has
             * @default []
             */
            stages?: components["schemas"]["OfferedStage-Input"][];
        };
        /**
         * OfferedMethod
         * @description A repayment method, and up to which term it is offered if that is shorter than the product's.
         */
        "OfferedMethod-Output": {
            /**
             * Balloon Share
             * @description Of the principal, repaid at the end of a BALLOON
             */
            balloon_share?: string | null;
            /**
             * Due Day
             * @description Of the month; absent: that of the pay-out
             */
            due_day?: number | null;
            /**
             * @description How far due dates lie apart
             * @default {
             *       "count": 1,
             *       "unit": "MONTH"
             *     }
             */
            every?: components["schemas"]["OfferedPeriod"];
            /**
             * @description What is not asked at the beginning
             * @default {
             *       "interest_free_periods": 0,
             *       "interest_periods": 0,
             *       "principal_periods": 0
             *     }
             */
            grace?: components["schemas"]["OfferedGrace"];
            /** Max Term Months */
            max_term_months?: number | null;
            method: components["schemas"]["RepaymentMethod"];
            /**
             * Own Schedule
             * @description Of a STAGED: the applicant names dates and principals, within the term
             * @default false
             */
            own_schedule?: boolean;
            /**
             * Stages
             * @description Of a STAGED, as many periods as its term has
             * @default []
             */
            stages?: components["schemas"]["OfferedStage-Output"][];
        };
        /**
         * OfferedPeriod
         * @description How far due dates lie apart (§3.1).
         */
        OfferedPeriod: {
            /**
             * Count
             * @default 1
             */
            count?: number;
            /** @default MONTH */
            unit?: components["schemas"]["PeriodUnit"];
        };
        /**
         * OfferedStage
         * @description A part of the term: so many periods repay a share of the principal (§3.1, stages).
         */
        "OfferedStage-Input": {
            /**
             * @description EQUAL_PRINCIPAL, EQUAL_INSTALMENT, or INTEREST_FIRST: all of it with the last period
             * @default EQUAL_PRINCIPAL
             */
            method?: components["schemas"]["RepaymentMethod"];
            /** Periods */
            periods: number;
            /**
             * Share
             * @description Of the principal, repaid within it; 0: interest alone
             * @example 0.072
             */
            share: number | string;
        };
        /**
         * OfferedStage
         * @description A part of the term: so many periods repay a share of the principal (§3.1, stages).
         */
        "OfferedStage-Output": {
            /**
             * @description EQUAL_PRINCIPAL, EQUAL_INSTALMENT, or INTEREST_FIRST: all of it with the last period
             * @default EQUAL_PRINCIPAL
             */
            method?: components["schemas"]["RepaymentMethod"];
            /** Periods */
            periods: number;
            /**
             * Share
             * @description Of the principal, repaid within it; 0: interest alone
             * @example 0.072
             */
            share: string;
        };
        /**
         * OfferingView
         * @description A product as far as it concerns who asks for it; how the lender decides is not told.
         */
        OfferingView: {
            /** Accepted Documents */
            accepted_documents: components["schemas"]["DocumentKind"][];
            /** Code */
            code: string;
            /** Contingent Costs */
            contingent_costs: components["schemas"]["ContingentCost"][];
            /** Fees */
            fees: components["schemas"]["Fee-Output"][];
            /**
             * Form
             * @description JSON Schema of what the applicant declares
             */
            form: {
                [key: string]: unknown;
            };
            /** Grace Days */
            grace_days: number;
            /** Lender */
            lender: string;
            /** Max Amount Minor */
            max_amount_minor: number;
            /** Max Document Bytes */
            max_document_bytes: number;
            /** Max Term Months */
            max_term_months: number;
            /**
             * Max Total Annual Rate
             * @description What it costs at most in all, a year
             * @example 0.072
             */
            max_total_annual_rate: string;
            /** Methods */
            methods: components["schemas"]["OfferedMethod-Output"][];
            /** Min Amount Minor */
            min_amount_minor: number;
            /** Min Term Months */
            min_term_months: number;
            /** Name En */
            name_en: string;
            /** Name Zh */
            name_zh: string;
            /** Optional Sources */
            optional_sources: components["schemas"]["Source"][];
            /**
             * Penalty Multiple
             * @description Annual rate as a decimal: 0.072 is 7.2 %
             * @example 0.072
             */
            penalty_multiple: string;
            /** Purposes */
            purposes: {
                [key: string]: string;
            };
            /** Required Documents */
            required_documents: components["schemas"]["DocumentKind"][];
            /** Required Sources */
            required_sources: components["schemas"]["Source"][];
            /** Version */
            version: number;
        };
        /**
         * OfferView
         * @description An offer with its cost disclosure.
         */
        OfferView: {
            /**
             * Annual Rate
             * @description Annual rate as a decimal: 0.072 is 7.2 %
             * @example 0.072
             */
            annual_rate: string;
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /**
             * Conditions
             * @description Fulfilled before the contract is signed; others stand in it
             */
            conditions: components["schemas"]["ConditionView"][];
            /** Confirmed At */
            confirmed_at: string | null;
            /** Contract Hash */
            contract_hash: string;
            /** Contract No */
            contract_no: string;
            contract_status: components["schemas"]["ContractStatus"];
            disclosure: components["schemas"]["DisclosureView"];
            /** Disclosure Hash */
            disclosure_hash: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Grace Days */
            grace_days: number;
            holiday_rule: components["schemas"]["HolidayRule"];
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /**
             * Penalty Multiple
             * @description Annual rate as a decimal: 0.072 is 7.2 %
             * @example 0.072
             */
            penalty_multiple: string;
            /** Principal Minor */
            principal_minor: number;
            repayment_method: components["schemas"]["RepaymentMethod"];
            /** Signed At */
            signed_at: string | null;
            /** Term Months */
            term_months: number;
            /**
             * Total Annual Rate
             * @description Annual rate as a decimal: 0.072 is 7.2 %
             * @example 0.072
             */
            total_annual_rate: string;
        };
        /**
         * Outcome
         * @description How an application ends. CONDITIONAL is an approval of less than was asked for.
         * @enum {string}
         */
        Outcome: "APPROVED" | "CONDITIONAL" | "DECLINED";
        /**
         * OwnApplicationBody
         * @description What a borrower asks for himself. The product's form says what `form` holds: GET /v1/my/products/{code}.
         */
        OwnApplicationBody: {
            /**
             * Amount Minor
             * @description Money in minor units (fen)
             * @example 3000000
             */
            amount_minor: number;
            /**
             * Device Id
             * @description Kept as a keyed hash only
             */
            device_id?: string | null;
            /**
             * Form
             * @default {}
             * @example {
             *       "employment": "EMPLOYED",
             *       "monthly_income_minor": 900000
             *     }
             */
            form?: {
                [key: string]: unknown;
            };
            /**
             * Product Code
             * @example PCL-ONLINE
             */
            product_code: string;
            /**
             * Purpose
             * @example DECORATION
             */
            purpose: string;
            /** @example EQUAL_INSTALMENT */
            repayment_method: components["schemas"]["RepaymentMethod"];
            /**
             * Reuse Documents
             * @description The customer agrees that papers of his earlier applications that are still valid serve again
             * @default false
             */
            reuse_documents?: boolean;
            /**
             * Schedule
             * @description Dates and principals of one's own, where the product's method takes them
             * @default []
             */
            schedule?: components["schemas"]["OwnDueBody"][];
            /**
             * Term Months
             * @example 12
             */
            term_months: number;
        };
        /**
         * OwnApplicationLineView
         * @description An application of one's own in a list.
         */
        OwnApplicationLineView: {
            /** Amount Minor */
            amount_minor: number;
            /** Application No */
            application_no: string;
            contract_status: components["schemas"]["ContractStatus"] | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Decided At */
            decided_at: string | null;
            /** Disbursed At */
            disbursed_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Loan Id */
            loan_id: string | null;
            /** Offer Expires At */
            offer_expires_at: string | null;
            /** Product Code */
            product_code: string;
            status: components["schemas"]["ApplicationStatus"];
            /** Submitted At */
            submitted_at: string | null;
            /** Term Months */
            term_months: number;
        };
        /**
         * OwnApplicationView
         * @description An application of one's own, with the decision in the borrower's words.
         */
        OwnApplicationView: {
            /** Amount Minor */
            amount_minor: number;
            /**
             * Application No
             * @example AP202611237Q2M4K9T0ZBA
             */
            application_no: string;
            contract_status: components["schemas"]["ContractStatus"] | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            decision: components["schemas"]["DecisionView"] | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Loan Id */
            loan_id: string | null;
            /** Product Code */
            product_code: string;
            /** Purpose */
            purpose: string;
            repayment_method: components["schemas"]["RepaymentMethod"];
            /** Sequence */
            sequence: number;
            status: components["schemas"]["ApplicationStatus"];
            /** Submitted At */
            submitted_at: string | null;
            /** @description The documents that are asked for */
            supplement: components["schemas"]["SupplementView"] | null;
            /** Term Months */
            term_months: number;
        };
        /**
         * OwnDueBody
         * @description What is repaid on a date of one's own.
         */
        OwnDueBody: {
            /**
             * Due On
             * Format: date
             */
            due_on: string;
            /**
             * Principal Minor
             * @description 0: interest alone
             */
            principal_minor: number;
        };
        /**
         * OwnDueView
         * @description What is repaid on a date of one's own.
         */
        OwnDueView: {
            /**
             * Due On
             * Format: date
             */
            due_on: string;
            /** Principal Minor */
            principal_minor: number;
        };
        /**
         * OwnPersonBody
         * @description Who one is. The mobile number is the one that one has signed in with.
         */
        OwnPersonBody: {
            /** Address */
            address?: string | null;
            /**
             * Card Number
             * @description A debit card for pay-out and repayment
             * @example 6209990000000000011
             */
            card_number: string;
            /**
             * Consents
             * @default []
             */
            consents?: components["schemas"]["ConsentBody"][];
            /** Employer */
            employer?: string | null;
            /**
             * Id Expires On
             * @description Absent: valid for life (长期)
             * @example 2035-01-31
             */
            id_expires_on?: string | null;
            /** Id Issued On */
            id_issued_on?: string | null;
            /**
             * Identity Number
             * @description GB 11643, 18 characters
             * @example 990101199003078017
             */
            identity_number: string;
            /**
             * Name
             * @example 张示例
             */
            name: string;
        };
        /**
         * OwnPersonView
         * @description What is kept of oneself, masked.
         */
        OwnPersonView: {
            /** Card Issuer */
            card_issuer: string | null;
            /**
             * Card Number
             * @description Masked
             * @example 620999*********0011
             */
            card_number: string | null;
            card_state: components["schemas"]["CardState"];
            /** Id Expires On */
            id_expires_on: string | null;
            /**
             * Identity Number
             * @description Masked
             * @example 9901************17
             */
            identity_number: string;
            /**
             * Mobile
             * @description Masked
             * @example 138****1234
             */
            mobile: string;
            /**
             * Name
             * @description Masked
             * @example 张**
             */
            name: string;
            /**
             * Registered At
             * Format: date-time
             */
            registered_at: string;
            /** Sequence */
            sequence: number;
        };
        /**
         * OwnSignatureBody
         * @description The contract with this hash is signed by who is signed in.
         */
        OwnSignatureBody: {
            /**
             * Contract Hash
             * @example 0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f
             */
            contract_hash: string;
            /**
             * Reference
             * @description Where the evidence lies
             * @example sms:20261123-1
             */
            reference: string;
        };
        /** Page[ApplicationLineView] */
        Page_ApplicationLineView_: {
            /** Items */
            items: components["schemas"]["ApplicationLineView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[ConsentTextView] */
        Page_ConsentTextView_: {
            /** Items */
            items: components["schemas"]["ConsentTextView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[ConsentView] */
        Page_ConsentView_: {
            /** Items */
            items: components["schemas"]["ConsentView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[ConsumerView] */
        Page_ConsumerView_: {
            /** Items */
            items: components["schemas"]["ConsumerView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[CustomerView] */
        Page_CustomerView_: {
            /** Items */
            items: components["schemas"]["CustomerView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[DeadLetterView] */
        Page_DeadLetterView_: {
            /** Items */
            items: components["schemas"]["DeadLetterView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[LegalHoldView] */
        Page_LegalHoldView_: {
            /** Items */
            items: components["schemas"]["LegalHoldView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[OfferingView] */
        Page_OfferingView_: {
            /** Items */
            items: components["schemas"]["OfferingView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[OwnApplicationLineView] */
        Page_OwnApplicationLineView_: {
            /** Items */
            items: components["schemas"]["OwnApplicationLineView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[ParameterChangeView] */
        Page_ParameterChangeView_: {
            /** Items */
            items: components["schemas"]["ParameterChangeView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[ParameterKindView] */
        Page_ParameterKindView_: {
            /** Items */
            items: components["schemas"]["ParameterKindView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[ParameterView] */
        Page_ParameterView_: {
            /** Items */
            items: components["schemas"]["ParameterView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[ProductLineView] */
        Page_ProductLineView_: {
            /** Items */
            items: components["schemas"]["ProductLineView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[ProposalView] */
        Page_ProposalView_: {
            /** Items */
            items: components["schemas"]["ProposalView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[RetentionRuleView] */
        Page_RetentionRuleView_: {
            /** Items */
            items: components["schemas"]["RetentionRuleView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[RetentionRunView] */
        Page_RetentionRunView_: {
            /** Items */
            items: components["schemas"]["RetentionRunView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[RevealView] */
        Page_RevealView_: {
            /** Items */
            items: components["schemas"]["RevealView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[VisitView] */
        Page_VisitView_: {
            /** Items */
            items: components["schemas"]["VisitView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[WordingView] */
        Page_WordingView_: {
            /** Items */
            items: components["schemas"]["WordingView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /**
         * PaperBody
         * @description A paper: its content decides what it is.
         */
        PaperBody: {
            /**
             * Content
             * @example JVBERi0xLjcK
             */
            content: string;
            kind: components["schemas"]["DocumentKind"];
        };
        /**
         * ParameterChangeBody
         * @description A value that a code shall have from a day on.
         */
        ParameterChangeBody: {
            /**
             * Code
             * @example dsr.unsecured
             */
            code: string;
            /**
             * @description domain.md §0.1
             * @example P
             */
            confidence: components["schemas"]["Confidence"];
            /**
             * Correction
             * @description Mends a mistake: may begin in the past, or replace a value of that day
             * @default false
             */
            correction?: boolean;
            /**
             * Reason
             * @example less debt service than income allows
             */
            reason: string;
            /**
             * Source
             * @example minutes of the risk committee 2026-11
             */
            source: string;
            /**
             * Unit
             * @example %
             */
            unit: string;
            /**
             * Valid From
             * Format: date
             * @description Not in the past, unless it is a correction
             * @example 2099-01-01
             */
            valid_from: string;
            /**
             * Value
             * @example 65
             */
            value: string;
        };
        /**
         * ParameterChangeView
         * @description A proposed change and what became of it.
         */
        ParameterChangeView: {
            /** Code */
            code: string;
            confidence: components["schemas"]["Confidence"];
            /** Correction */
            correction: boolean;
            /** Decided At */
            decided_at: string | null;
            /** Decided By */
            decided_by: string | null;
            /** Decision Reason */
            decision_reason: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Proposed At
             * Format: date-time
             */
            proposed_at: string;
            /** Proposed By */
            proposed_by: string;
            /** Reason */
            reason: string;
            /** Sequence */
            sequence: number;
            /** Source */
            source: string;
            status: components["schemas"]["ChangeStatus"];
            /** Unit */
            unit: string;
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /** Value */
            value: string;
        };
        /**
         * ParameterKindView
         * @description A code that the service reads, and what its values may be.
         */
        ParameterKindView: {
            /** Allowed */
            allowed: string;
            /**
             * Area
             * @description Changing it needs the permission <area>-parameter.change
             */
            area: string;
            /** Code */
            code: string;
            /** Meaning */
            meaning: string;
            /** Unit */
            unit: string;
        };
        /**
         * ParameterRejectionBody
         * @description Why a change is not wanted.
         */
        ParameterRejectionBody: {
            /**
             * Reason
             * @example the committee has not decided yet
             */
            reason: string;
        };
        /**
         * ParameterView
         * @description A number that a regulator or the institution may change, and the days on which it holds.
         */
        ParameterView: {
            /**
             * Approved By
             * @description `seed`, or who proposed and who approved it
             */
            approved_by: string;
            /** Code */
            code: string;
            /** Confidence */
            confidence: string;
            /**
             * In Force
             * @description Whether it holds on the day asked for, else today
             */
            in_force: boolean;
            /**
             * Recorded At
             * Format: date-time
             */
            recorded_at: string;
            /**
             * Replaced
             * @description Whether a correction of the same first day has taken its place
             */
            replaced: boolean;
            /** Source */
            source: string;
            /** Unit */
            unit: string;
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /**
             * Valid To
             * @description The last day: the one before the next value of the code begins
             */
            valid_to: string | null;
            /** Value */
            value: string;
        };
        /**
         * PartnerApplicationBody
         * @description What an applicant asks for through a partner. The gateway gives it its id, so that it knows it before.
         */
        PartnerApplicationBody: {
            /**
             * Amount Minor
             * @description Money in minor units (fen)
             * @example 3000000
             */
            amount_minor: number;
            applicant: components["schemas"]["CustomerBody"];
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /**
             * Device Id
             * @description Kept as a keyed hash only
             */
            device_id?: string | null;
            /**
             * Documents
             * @default []
             */
            documents?: components["schemas"]["PaperBody"][];
            /**
             * Form
             * @default {}
             * @example {
             *       "employment": "EMPLOYED",
             *       "monthly_income_minor": 900000
             *     }
             */
            form?: {
                [key: string]: unknown;
            };
            /**
             * Partner Id
             * Format: uuid
             */
            partner_id: string;
            /**
             * Product Code
             * @example PCL-ONLINE
             */
            product_code: string;
            /**
             * Purpose
             * @example DECORATION
             */
            purpose: string;
            /** @example EQUAL_INSTALMENT */
            repayment_method: components["schemas"]["RepaymentMethod"];
            /**
             * Reuse Documents
             * @description The customer agrees that papers of his earlier applications that are still valid serve again
             * @default false
             */
            reuse_documents?: boolean;
            /**
             * Schedule
             * @description Dates and principals of one's own, where the product's method takes them
             * @default []
             */
            schedule?: components["schemas"]["OwnDueBody"][];
            /**
             * Term Months
             * @example 12
             */
            term_months: number;
        };
        /**
         * PartnerPaperBody
         * @description A paper that was asked for, and whose application it is for.
         */
        PartnerPaperBody: {
            /**
             * Content
             * @example JVBERi0xLjcK
             */
            content: string;
            kind: components["schemas"]["DocumentKind"];
            /**
             * Partner Id
             * Format: uuid
             */
            partner_id: string;
        };
        /**
         * PartnerSupplementBody
         * @description Whose application has its papers now.
         */
        PartnerSupplementBody: {
            /**
             * Partner Id
             * Format: uuid
             */
            partner_id: string;
        };
        /**
         * PartnerWithdrawalBody
         * @description Whose application is withdrawn.
         */
        PartnerWithdrawalBody: {
            /**
             * Partner Id
             * Format: uuid
             */
            partner_id: string;
            /** @example CHANGED_MIND */
            reason?: components["schemas"]["WithdrawalReason"] | null;
        };
        /**
         * PayeeView
         * @description A counterparty in clear; `token` is its keyed hash, as signed contracts and orders to pay name it.
         */
        PayeeView: {
            /** Account */
            account: string;
            /** Name */
            name: string;
            /**
             * Registration
             * @description Unified social credit code of a firm; absent: a person
             */
            registration: string | null;
            /** Token */
            token: string;
        };
        /**
         * PeriodUnit
         * @description What a period of repayment is a number of (domain.md §3.1).
         * @enum {string}
         */
        PeriodUnit: "MONTH" | "WEEK" | "DAY";
        /**
         * PositionBody
         * @description Where the device was, in millionths of a degree (WGS 84).
         */
        PositionBody: {
            /**
             * Accuracy M
             * @example 12
             */
            accuracy_m: number;
            /**
             * At
             * Format: date-time
             * @example 2027-12-31T00:00:00Z
             */
            at: string;
            /**
             * Latitude E6
             * @example 31230400
             */
            latitude_e6: number;
            /**
             * Longitude E6
             * @example 121473700
             */
            longitude_e6: number;
        };
        /**
         * PrepaidInterest
         * @description Which interest is collected with what is repaid before the term (domain.md R-3.23, `prepay_interest`).
         * @enum {string}
         */
        PrepaidInterest: "SLICE" | "ALL";
        /**
         * Prepayment
         * @description What is agreed on repaying before the term (R-3.21, R-3.23); without a word it is free and possible at once.
         */
        "Prepayment-Input": {
            /**
             * Allowed After Months
             * @default 0
             */
            allowed_after_months?: number;
            /**
             * Fees
             * @default []
             */
            fees?: components["schemas"]["PrepaymentFee-Input"][];
            /** @default SLICE */
            interest?: components["schemas"]["PrepaidInterest"];
            /**
             * Least Minor
             * @description Money in minor units (fen)
             * @default 1
             * @example 1000000
             */
            least_minor?: number;
        };
        /**
         * Prepayment
         * @description What is agreed on repaying before the term (R-3.21, R-3.23); without a word it is free and possible at once.
         */
        "Prepayment-Output": {
            /**
             * Allowed After Months
             * @default 0
             */
            allowed_after_months?: number;
            /**
             * Fees
             * @default []
             */
            fees?: components["schemas"]["PrepaymentFee-Output"][];
            /** @default SLICE */
            interest?: components["schemas"]["PrepaidInterest"];
            /**
             * Least Minor
             * @description Money in minor units (fen)
             * @default 1
             * @example 1000000
             */
            least_minor?: number;
        };
        /**
         * PrepaymentFee
         * @description A step of a ladder: the fee before a number of months have passed, as a share of what is prepaid (R-3.21).
         */
        "PrepaymentFee-Input": {
            /** Before Months */
            before_months: number;
            /**
             * Rate
             * @description Annual rate as a decimal: 0.072 is 7.2 %
             * @example 0.072
             */
            rate: number | string;
        };
        /**
         * PrepaymentFee
         * @description A step of a ladder: the fee before a number of months have passed, as a share of what is prepaid (R-3.21).
         */
        "PrepaymentFee-Output": {
            /** Before Months */
            before_months: number;
            /**
             * Rate
             * @description Annual rate as a decimal: 0.072 is 7.2 %
             * @example 0.072
             */
            rate: string;
        };
        /**
         * Problem
         * @description The body of every error.
         */
        Problem: {
            /**
             * Code
             * @description Stable; words for people are chosen by it
             * @example parameter-change-not-found
             */
            code: string;
            /** Correlation Id */
            correlation_id?: string | null;
            /**
             * Detail
             * @default
             */
            detail?: string;
            /**
             * Errors
             * @default []
             */
            errors?: components["schemas"]["ProblemField"][];
            /** Status */
            status: number;
            /** Title */
            title: string;
            /**
             * Type
             * @example urn:xinliu:problem:parameter-change-not-found
             */
            type: string;
        };
        /**
         * ProblemField
         * @description One wrong field.
         */
        ProblemField: {
            /**
             * Code
             * @example greater_than_equal
             */
            code: string;
            /**
             * Detail
             * @example Input should be greater than or equal to 500000
             */
            detail: string;
            /**
             * Pointer
             * @description JSON pointer into the request
             * @example /amount_minor
             */
            pointer: string;
        };
        /**
         * Product
         * @description One version of a product. Amounts in minor units, rates as decimals a year.
         */
        Product: {
            /** Accepted Documents */
            accepted_documents: components["schemas"]["DocumentKind"][];
            /**
             * Auto Authority Minor
             * @description Up to here it may be approved without a person; 0: never
             * @example 1000000
             */
            auto_authority_minor: number;
            channel: components["schemas"]["Channel"];
            /** Code */
            code: string;
            /**
             * Committee Over Minor
             * @description Above this the expert committee decides
             * @example 1000000
             */
            committee_over_minor: number;
            /**
             * Conditions Precedent
             * @description What is fulfilled before the pay-out, and checked off by a person (R-9.15): code to wording
             * @default {}
             */
            conditions_precedent?: {
                [key: string]: string;
            };
            /**
             * Contingent Costs
             * @default []
             */
            contingent_costs?: components["schemas"]["ContingentCost"][];
            /** Contract Template */
            contract_template: string;
            /** @description A contract opens a line, drawn at will (随借随还) */
            credit_line?: components["schemas"]["OfferedLine"] | null;
            /**
             * Currency
             * @description ISO 4217
             * @default CNY
             * @example CNY
             */
            currency?: string;
            customer_type: components["schemas"]["CustomerType"];
            /**
             * @description How days become a share of a year (§3.2)
             * @example ACT/360
             */
            day_count: components["schemas"]["DayCount"];
            /**
             * Fees
             * @default []
             */
            fees?: components["schemas"]["Fee-Output"][];
            /** @description How its rates move with the LPR; absent: they are fixed */
            floating?: components["schemas"]["OfferedFloating-Output"] | null;
            /**
             * Forced Read Seconds
             * @description How long the cost disclosure is read; the parameter of the law counts where it is more
             */
            forced_read_seconds: number;
            /**
             * Form
             * @description JSON Schema of what the applicant declares
             */
            form: {
                [key: string]: unknown;
            };
            /** Grace Days */
            grace_days: number;
            /**
             * @description Up to when a payment is in time that is due on a free day (R-3.7)
             * @default FOLLOWING
             */
            holiday_rule?: components["schemas"]["HolidayRule"];
            /** Lender */
            lender: string;
            /**
             * Long Cash Flow Cycle
             * @description A business whose cash comes in late: its loans may last longer (R-2.4c)
             * @default false
             */
            long_cash_flow_cycle?: boolean;
            /** Max Age */
            max_age: number;
            /**
             * Max Amount Minor
             * @description Money in minor units (fen)
             * @example 1000000
             */
            max_amount_minor: number;
            /** Max Document Bytes */
            max_document_bytes: number;
            /** Max Term Months */
            max_term_months: number;
            /**
             * Max Total Annual Rate
             * @description Hard stop at pricing, compared with the nominal rate (R-2.24)
             * @example 0.072
             */
            max_total_annual_rate: string;
            /** Methods */
            methods: components["schemas"]["OfferedMethod-Output"][];
            /** Min Age */
            min_age: number;
            /**
             * Min Amount Minor
             * @description Money in minor units (fen)
             * @example 1000000
             */
            min_amount_minor: number;
            /** Min Term Months */
            min_term_months: number;
            /**
             * Misuse Multiple
             * @description Of the rate, for what was misused (R-3.12)
             * @example 0.072
             */
            misuse_multiple: string;
            /** Name En */
            name_en: string;
            /** Name Zh */
            name_zh: string;
            /**
             * Notes
             * @description Why a field has its value: JSON has no comments
             * @default {}
             */
            notes?: {
                [key: string]: string;
            };
            /** Offer Valid Days */
            offer_valid_days: number;
            /**
             * Optional Sources
             * @default []
             */
            optional_sources?: components["schemas"]["Source"][];
            /**
             * Penalty Multiple
             * @description Of the rate, when overdue (R-3.12)
             * @example 0.072
             */
            penalty_multiple: string;
            /**
             * @default {
             *       "allowed_after_months": 0,
             *       "fees": [],
             *       "interest": "SLICE",
             *       "least_minor": 1
             *     }
             */
            prepayment?: components["schemas"]["Prepayment-Output"];
            /** Process Code */
            process_code: string;
            /**
             * Purposes
             * @description Code to wording; a loan without a stated use is refused
             * @example {
             *       "DECORATION": "装修"
             *     }
             */
            purposes: {
                [key: string]: string;
            };
            /**
             * Rate Steps
             * @description Agreed at signing, months rising; none with FLAT
             * @default []
             */
            rate_steps?: components["schemas"]["RateStepOffered-Output"][];
            /**
             * Reporting
             * @description Codes for regulatory reports by system
             * @default {}
             */
            reporting?: {
                [key: string]: string;
            };
            /**
             * Required Documents
             * @default []
             */
            required_documents?: components["schemas"]["DocumentKind"][];
            /** Required Sources */
            required_sources: components["schemas"]["Source"][];
            secured: components["schemas"]["Security"];
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /**
             * Valid To
             * @description The last day on sale
             */
            valid_to?: string | null;
            /** Version */
            version: number;
        };
        /**
         * ProductBody
         * @description A version of a product.
         * @example {
         *       "accepted_documents": [
         *         "ID_FRONT",
         *         "ID_BACK",
         *         "INCOME_PROOF",
         *         "BANK_STATEMENT",
         *         "PURPOSE_PROOF",
         *         "OTHER"
         *       ],
         *       "auto_authority_minor": 20000000,
         *       "channel": "ONLINE",
         *       "code": "PCL-NEW",
         *       "committee_over_minor": 50000000,
         *       "contract_template": "personal-credit-2026-08",
         *       "customer_type": "PERSONAL",
         *       "day_count": "ACT/360",
         *       "forced_read_seconds": 0,
         *       "form": {
         *         "$schema": "https://json-schema.org/draft/2020-12/schema",
         *         "additionalProperties": false,
         *         "properties": {
         *           "dependents": {
         *             "maximum": 30,
         *             "minimum": 0,
         *             "title": "供养人数",
         *             "type": [
         *               "integer",
         *               "null"
         *             ]
         *           },
         *           "employment": {
         *             "enum": [
         *               "EMPLOYED",
         *               "SELF_EMPLOYED",
         *               "FREELANCE",
         *               "RETIRED",
         *               "OTHER"
         *             ],
         *             "title": "就业状况"
         *           },
         *           "monthly_expense_minor": {
         *             "maximum": 100000000000,
         *             "minimum": 0,
         *             "title": "月支出（分），不含还贷",
         *             "type": [
         *               "integer",
         *               "null"
         *             ]
         *           },
         *           "monthly_income_minor": {
         *             "maximum": 100000000000,
         *             "minimum": 0,
         *             "title": "月收入（分）",
         *             "type": [
         *               "integer",
         *               "null"
         *             ]
         *           }
         *         },
         *         "title": "个人信用贷申请",
         *         "type": "object"
         *       },
         *       "grace_days": 3,
         *       "lender": "信流示范银行",
         *       "max_age": 110,
         *       "max_amount_minor": 20000000,
         *       "max_document_bytes": 10485760,
         *       "max_term_months": 36,
         *       "max_total_annual_rate": "0.24",
         *       "methods": [
         *         {
         *           "method": "EQUAL_INSTALMENT"
         *         },
         *         {
         *           "max_term_months": 12,
         *           "method": "INTEREST_FIRST"
         *         }
         *       ],
         *       "min_age": 18,
         *       "min_amount_minor": 500000,
         *       "min_term_months": 3,
         *       "misuse_multiple": "2",
         *       "name_en": "Personal credit, online",
         *       "name_zh": "个人信用贷（线上）",
         *       "notes": {
         *         "auto_authority_minor": "The whole range: decided without a person unless a review trigger fires",
         *         "max_age": "Set wide so that the replayed public data set, whose borrowers are up to 109 years old, is not cut short by a form rule",
         *         "max_amount_minor": "20万 per borrower for online personal consumption credit (domain.md R-2.5a)",
         *         "max_total_annual_rate": "24 % line for bank internet-assisted loans (domain.md 2.6, cap.bank_assisted)",
         *         "methods": "Bullet repayment of online consumption credit at most one year (R-2.5a)",
         *         "min_age": "Full capacity to act is reached at 18; the narrower market habit of 22 to 60 is left to risk policy",
         *         "misuse_multiple": "Within 1.50 to 2.00 (R-3.12)",
         *         "optional_sources": "Who has no record of contributions is not sent to a person for it: risk policy lends less without proven income",
         *         "penalty_multiple": "Within 1.30 to 1.50 (R-3.12)"
         *       },
         *       "offer_valid_days": 7,
         *       "optional_sources": [
         *         "SOCIAL_INSURANCE"
         *       ],
         *       "penalty_multiple": "1.5",
         *       "process_code": "personal-credit",
         *       "purposes": {
         *         "APPLIANCES": "家电家具",
         *         "DECORATION": "装修",
         *         "EDUCATION": "教育",
         *         "MEDICAL": "医疗",
         *         "TRAVEL": "旅游",
         *         "WEDDING": "婚庆"
         *       },
         *       "reporting": {
         *         "classification": "RETAIL",
         *         "east_business_type": "消费贷款",
         *         "g11_row": "2.21.4",
         *         "pboc_business_type": "91"
         *       },
         *       "required_documents": [],
         *       "required_sources": [
         *         "IDENTITY",
         *         "TELECOM",
         *         "CREDIT_BUREAU",
         *         "COURT"
         *       ],
         *       "secured": "CREDIT",
         *       "valid_from": "2099-01-01",
         *       "version": 1
         *     }
         */
        ProductBody: {
            /** Accepted Documents */
            accepted_documents: components["schemas"]["DocumentKind"][];
            /**
             * Auto Authority Minor
             * @description Up to here it may be approved without a person; 0: never
             * @example 1000000
             */
            auto_authority_minor: number;
            channel: components["schemas"]["Channel"];
            /** Code */
            code: string;
            /**
             * Committee Over Minor
             * @description Above this the expert committee decides
             * @example 1000000
             */
            committee_over_minor: number;
            /**
             * Conditions Precedent
             * @description What is fulfilled before the pay-out, and checked off by a person (R-9.15): code to wording
             * @default {}
             */
            conditions_precedent?: {
                [key: string]: string;
            };
            /**
             * Contingent Costs
             * @default []
             */
            contingent_costs?: components["schemas"]["ContingentCost"][];
            /** Contract Template */
            contract_template: string;
            /** @description A contract opens a line, drawn at will (随借随还) */
            credit_line?: components["schemas"]["OfferedLine"] | null;
            /**
             * Currency
             * @description ISO 4217
             * @default CNY
             * @example CNY
             */
            currency?: string;
            customer_type: components["schemas"]["CustomerType"];
            /**
             * @description How days become a share of a year (§3.2)
             * @example ACT/360
             */
            day_count: components["schemas"]["DayCount"];
            /**
             * Fees
             * @default []
             */
            fees?: components["schemas"]["Fee-Input"][];
            /** @description How its rates move with the LPR; absent: they are fixed */
            floating?: components["schemas"]["OfferedFloating-Input"] | null;
            /**
             * Forced Read Seconds
             * @description How long the cost disclosure is read; the parameter of the law counts where it is more
             */
            forced_read_seconds: number;
            /**
             * Form
             * @description JSON Schema of what the applicant declares
             */
            form: {
                [key: string]: unknown;
            };
            /** Grace Days */
            grace_days: number;
            /**
             * @description Up to when a payment is in time that is due on a free day (R-3.7)
             * @default FOLLOWING
             */
            holiday_rule?: components["schemas"]["HolidayRule"];
            /** Lender */
            lender: string;
            /**
             * Long Cash Flow Cycle
             * @description A business whose cash comes in late: its loans may last longer (R-2.4c)
             * @default false
             */
            long_cash_flow_cycle?: boolean;
            /** Max Age */
            max_age: number;
            /**
             * Max Amount Minor
             * @description Money in minor units (fen)
             * @example 1000000
             */
            max_amount_minor: number;
            /** Max Document Bytes */
            max_document_bytes: number;
            /** Max Term Months */
            max_term_months: number;
            /**
             * Max Total Annual Rate
             * @description Hard stop at pricing, compared with the nominal rate (R-2.24)
             * @example 0.072
             */
            max_total_annual_rate: number | string;
            /** Methods */
            methods: components["schemas"]["OfferedMethod-Input"][];
            /** Min Age */
            min_age: number;
            /**
             * Min Amount Minor
             * @description Money in minor units (fen)
             * @example 1000000
             */
            min_amount_minor: number;
            /** Min Term Months */
            min_term_months: number;
            /**
             * Misuse Multiple
             * @description Of the rate, for what was misused (R-3.12)
             * @example 0.072
             */
            misuse_multiple: number | string;
            /** Name En */
            name_en: string;
            /** Name Zh */
            name_zh: string;
            /**
             * Notes
             * @description Why a field has its value: JSON has no comments
             * @default {}
             */
            notes?: {
                [key: string]: string;
            };
            /** Offer Valid Days */
            offer_valid_days: number;
            /**
             * Optional Sources
             * @default []
             */
            optional_sources?: components["schemas"]["Source"][];
            /**
             * Penalty Multiple
             * @description Of the rate, when overdue (R-3.12)
             * @example 0.072
             */
            penalty_multiple: number | string;
            /**
             * @default {
             *       "allowed_after_months": 0,
             *       "fees": [],
             *       "interest": "SLICE",
             *       "least_minor": 1
             *     }
             */
            prepayment?: components["schemas"]["Prepayment-Input"];
            /** Process Code */
            process_code: string;
            /**
             * Purposes
             * @description Code to wording; a loan without a stated use is refused
             * @example {
             *       "DECORATION": "装修"
             *     }
             */
            purposes: {
                [key: string]: string;
            };
            /**
             * Rate Steps
             * @description Agreed at signing, months rising; none with FLAT
             * @default []
             */
            rate_steps?: components["schemas"]["RateStepOffered-Input"][];
            /**
             * Reporting
             * @description Codes for regulatory reports by system
             * @default {}
             */
            reporting?: {
                [key: string]: string;
            };
            /**
             * Required Documents
             * @default []
             */
            required_documents?: components["schemas"]["DocumentKind"][];
            /** Required Sources */
            required_sources: components["schemas"]["Source"][];
            secured: components["schemas"]["Security"];
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /**
             * Valid To
             * @description The last day on sale
             */
            valid_to?: string | null;
            /** Version */
            version: number;
        };
        /**
         * ProductLineView
         * @description A product in a list.
         */
        ProductLineView: {
            channel: components["schemas"]["Channel"];
            /** Code */
            code: string;
            customer_type: components["schemas"]["CustomerType"];
            /** Max Amount Minor */
            max_amount_minor: number;
            /** Max Term Months */
            max_term_months: number;
            /** Min Amount Minor */
            min_amount_minor: number;
            /** Min Term Months */
            min_term_months: number;
            /** Name En */
            name_en: string;
            /** Name Zh */
            name_zh: string;
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /** Valid To */
            valid_to: string | null;
            /** Version */
            version: number;
        };
        /**
         * ProductVersionsView
         * @description The history of a product, oldest version first.
         */
        ProductVersionsView: {
            /** Items */
            items: components["schemas"]["ProductVersionView"][];
        };
        /**
         * ProductVersionView
         * @description A version of a product in its history.
         */
        ProductVersionView: {
            /**
             * Added At
             * Format: date-time
             */
            added_at: string;
            /**
             * Added By
             * @description Who proposed and who approved it; `seed`: it came with the installation
             */
            added_by: string;
            product: components["schemas"]["Product"];
        };
        /**
         * ProposalDecisionBody
         * @description Why; it stays with the proposal.
         */
        ProposalDecisionBody: {
            /**
             * Reason
             * @example Within the limits agreed for spring
             */
            reason?: string | null;
        };
        /**
         * ProposalStatus
         * @description Only what is APPROVED comes on sale.
         * @enum {string}
         */
        ProposalStatus: "PROPOSED" | "APPROVED" | "REJECTED" | "WITHDRAWN";
        /**
         * ProposalView
         * @description A proposed product version and what became of it.
         */
        ProposalView: {
            /** Decided At */
            decided_at: string | null;
            /** Decided By */
            decided_by: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            product: components["schemas"]["Product"];
            /**
             * Proposed At
             * Format: date-time
             */
            proposed_at: string;
            /** Proposed By */
            proposed_by: string;
            /** Reason */
            reason: string | null;
            status: components["schemas"]["ProposalStatus"];
        };
        /**
         * ProviderSignatureBody
         * @description The contract with this hash is signed; the content is the signed file.
         */
        ProviderSignatureBody: {
            /**
             * Content
             * @example JVBERi0xLjcK
             */
            content: string;
            /**
             * Contract Hash
             * @example 0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f
             */
            contract_hash: string;
            /**
             * Reference
             * @description Provider, and the contract's number there
             * @example esign:38fe9cd1
             */
            reference: string;
        };
        /**
         * Purpose
         * @description What the answer may be used for, by the query reasons of domain.md §7.1.
         * @enum {string}
         */
        Purpose: "02" | "01";
        /**
         * RateStepOffered
         * @description Another rate once so many months have passed: so much above (or below) the one that was decided.
         */
        "RateStepOffered-Input": {
            /**
             * Added Rate
             * @description Annual rate as a decimal: 0.072 is 7.2 %
             * @example 0.072
             */
            added_rate: number | string;
            /** After Months */
            after_months: number;
        };
        /**
         * RateStepOffered
         * @description Another rate once so many months have passed: so much above (or below) the one that was decided.
         */
        "RateStepOffered-Output": {
            /**
             * Added Rate
             * @description Annual rate as a decimal: 0.072 is 7.2 %
             * @example 0.072
             */
            added_rate: string;
            /** After Months */
            after_months: number;
        };
        /**
         * Reason
         * @description Why a decision is what it is: a stable code, and the figures behind it.
         */
        Reason: {
            /**
             * Code
             * @example R03
             */
            code: string;
            /**
             * Contribution
             * @description Score points lost (negative) or won, where a score gave the reason
             */
            contribution?: string | null;
            /**
             * Detail
             * @description Internal wording for staff, without personal data
             * @default
             */
            detail?: string;
            /**
             * Limit
             * @description The figure that was allowed
             */
            limit?: string | null;
            /**
             * Value
             * @description The figure that was seen
             */
            value?: string | null;
        };
        /**
         * ReceiptView
         * @description Where an application stands: the answer of every act on it.
         */
        ReceiptView: {
            /** Application No */
            application_no: string;
            contract_status: components["schemas"]["ContractStatus"] | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Sequence */
            sequence: number;
            status: components["schemas"]["ApplicationStatus"];
        };
        /**
         * RegisteredView
         * @description A customer who is registered now, or was before with the same details.
         */
        RegisteredView: {
            /** Already Registered */
            already_registered: boolean;
            /** Birth Year */
            birth_year: number;
            /** Branch */
            branch: string;
            /** Card Issuer */
            card_issuer: string | null;
            /**
             * Card Number
             * @description Masked
             * @example 620999*********0011
             */
            card_number: string | null;
            /** @description UNVERIFIED: changed, and the bank has not confirmed it yet; no money goes to it */
            card_state: components["schemas"]["CardState"];
            /** Card Warnings */
            card_warnings: string[];
            /**
             * Consents
             * @description Those given in this call
             */
            consents: components["schemas"]["ConsentView"][];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Id Expires On */
            id_expires_on: string | null;
            /**
             * Identity Number
             * @description Masked
             * @example 9901************17
             */
            identity_number: string;
            /**
             * Mobile
             * @description Masked
             * @example 138****1234
             */
            mobile: string;
            /**
             * Name
             * @description Masked
             * @example 张**
             */
            name: string;
            /**
             * Registered At
             * Format: date-time
             */
            registered_at: string;
            /** Sequence */
            sequence: number;
            sex: components["schemas"]["Sex"];
        };
        /**
         * RehearsalView
         * @description What would become of a letter if it were replayed now. Nothing of it has happened.
         */
        RehearsalView: {
            /**
             * Code
             * @description Why, where it is not done
             */
            code: string | null;
            /** Detail */
            detail: string | null;
            /** @description `done`, `duplicate` and `refused`: finished with; `retried`, `dead`: it would wait */
            fate: components["schemas"]["Fate"];
            /**
             * Sends
             * @description Messages that it leads to, by type
             */
            sends: {
                [key: string]: number;
            };
            /**
             * Writes
             * @description Rows that it changes, by table
             */
            writes: {
                [key: string]: number;
            };
        };
        /**
         * RepaymentMethod
         * @description Codes of domain.md §3.1.
         * @enum {string}
         */
        RepaymentMethod: "EQUAL_INSTALMENT" | "EQUAL_PRINCIPAL" | "INTEREST_FIRST" | "FLAT" | "AT_MATURITY" | "STAGED" | "BALLOON" | "REVOLVING";
        /**
         * ReplayView
         * @description How many outbox rows are published again.
         */
        ReplayView: {
            /** Rows */
            rows: number;
        };
        /**
         * Reprice
         * @description On which days a rate is read anew.
         * @enum {string}
         */
        Reprice: "ANNIVERSARY" | "FIRST_OF_JANUARY";
        /**
         * ResumedView
         * @description How many consumers go on.
         */
        ResumedView: {
            /** Resumed */
            resumed: number;
        };
        /**
         * RetentionRuleView
         * @description How long a record is kept, from which event on, and why.
         */
        RetentionRuleView: {
            /**
             * Parameter
             * @description Changed by two persons, like every parameter
             */
            parameter: string;
            /**
             * Period
             * @description That holds today; absent: nothing goes
             */
            period: number | null;
            /** Record */
            record: string;
            /**
             * Since
             * @description The event from which the period runs
             */
            since: string;
            /** Source */
            source: string;
            /** Table */
            table: string;
            /**
             * Takes
             * @description What goes when it is over: tables, or columns that are emptied
             */
            takes: string[];
            /** Unit */
            unit: string;
            /** Valid From */
            valid_from: string | null;
            /** Why */
            why: string;
        };
        /**
         * RetentionRunView
         * @description What one rule took away on one day.
         */
        RetentionRunView: {
            /**
             * Cutoff
             * Format: date-time
             * @description What began before it was due
             */
            cutoff: string;
            /** Finished At */
            finished_at: string | null;
            /**
             * First At
             * @description Of what went: the oldest event
             */
            first_at: string | null;
            /**
             * Held
             * @description Rows that were due and stay under a legal hold
             */
            held: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Last At
             * @description Of what went: the newest event
             */
            last_at: string | null;
            /** Period */
            period: number;
            /** Record */
            record: string;
            /** Recorded At */
            recorded_at: string | null;
            /** Rule */
            rule: string;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /**
             * Taken
             * @description Rows by table
             */
            taken: {
                [key: string]: number;
            };
            /** Unit */
            unit: string;
            /**
             * Valid From
             * Format: date
             * @description With `recorded_at`, the version of the rule
             */
            valid_from: string;
        };
        /**
         * RevealBody
         * @description What is to be shown in full, and what for.
         */
        RevealBody: {
            /**
             * Application Id
             * @description Without a task: the application of this customer that is under way or has a loan
             */
            application_id?: string | null;
            /** Fields */
            fields: components["schemas"]["RevealField"][];
            /** @example PHONE_VERIFICATION */
            purpose: components["schemas"]["RevealPurpose"];
            /**
             * Task Id
             * @description Your open task, or one that waits for your role
             */
            task_id?: string | null;
        };
        /**
         * RevealedView
         * @description Clear values: show them for `shown_for_s` seconds and forget them.
         */
        RevealedView: {
            /**
             * Customer Id
             * Format: uuid
             */
            customer_id: string;
            /**
             * Shown For S
             * @default 60
             */
            shown_for_s?: number;
            /** Values */
            values: {
                [key: string]: string | null;
            };
        };
        /**
         * RevealField
         * @description What can be shown in full.
         * @enum {string}
         */
        RevealField: "name" | "identity_number" | "mobile" | "card_number" | "employer" | "address";
        /**
         * RevealPurpose
         * @description Why the values are needed. What there is to say beside it is said in the task or in the case.
         * @enum {string}
         */
        RevealPurpose: "PHONE_VERIFICATION" | "IDENTITY_VERIFICATION" | "DOCUMENT_CHECK" | "REVIEW" | "FIELD_VISIT" | "CONTRACT" | "PAY_OUT" | "COLLECTION" | "COMPLAINT" | "CORRECTION" | "FRAUD_INVESTIGATION" | "LEGAL_REQUEST";
        /**
         * RevealView
         * @description A person's look at protected values of a customer.
         */
        RevealView: {
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /** Fields */
            fields: components["schemas"]["RevealField"][];
            /** Purpose */
            purpose: string;
            /**
             * Read At
             * Format: date-time
             */
            read_at: string;
            /** Read By */
            read_by: string;
            /** Task Id */
            task_id: string | null;
        };
        /**
         * ReviewBody
         * @description What the borrower asks for; in his own words why, if he wants to say it.
         */
        ReviewBody: {
            kind: components["schemas"]["ReviewKind"];
            /**
             * Statement
             * @example 逾期记录已于去年更正
             */
            statement?: string | null;
        };
        /**
         * ReviewKind
         * @description What a borrower may ask for about a decision (PIPL 24, R-9.9).
         * @enum {string}
         */
        ReviewKind: "EXPLANATION" | "HUMAN_REVIEW";
        /**
         * ReviewStatus
         * @description OPEN while a person looks; then the decision is UPHELD or REVISED.
         * @enum {string}
         */
        ReviewStatus: "OPEN" | "UPHELD" | "REVISED";
        /**
         * ReviewsView
         * @description The requests about an application's decisions, oldest first.
         */
        ReviewsView: {
            /** Items */
            items: components["schemas"]["ReviewView"][];
        };
        /**
         * ReviewView
         * @description A request about a decision, and how it stands. The answer itself is read at workflow-svc, where a person has
         *     written it: `GET /v1/applications/{id}/reviews`.
         */
        ReviewView: {
            /** Answer Sha256 */
            answer_sha256: string | null;
            /** Answered At */
            answered_at: string | null;
            /**
             * Decision Id
             * Format: uuid
             */
            decision_id: string;
            /**
             * Due At
             * @description By when it is answered; null until the request has been handed over
             */
            due_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kind: components["schemas"]["ReviewKind"];
            /**
             * Requested At
             * Format: date-time
             */
            requested_at: string;
            /** Statement */
            statement: string | null;
            /** @description OPEN until a person who took no part in the decision has answered */
            status: components["schemas"]["ReviewStatus"];
        };
        /**
         * RuntimeView
         * @description The process that answers. Two looks at the same one tell how much it does a second.
         */
        RuntimeView: {
            /**
             * Answered
             * @description Requests that it has answered
             */
            answered: number;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Cpu Seconds */
            cpu_seconds: number;
            /**
             * Handled
             * @description Messages that it has handled since then, with whatever outcome
             */
            handled: number;
            /** Instance */
            instance: string;
            /** Memory Bytes */
            memory_bytes: number;
            /** Mode */
            mode: string;
            /**
             * Since
             * Format: date-time
             * @description When it was started
             */
            since: string;
        };
        /**
         * ScanView
         * @description A scan that a consent may name.
         */
        ScanView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            media_type: components["schemas"]["MediaType"];
            /** Sha256 */
            sha256: string;
            /** Size Bytes */
            size_bytes: number;
            /**
             * Uploaded At
             * Format: date-time
             */
            uploaded_at: string;
            /** Uploaded By */
            uploaded_by: string;
        };
        /**
         * Security
         * @description What stands behind the loan beside the borrower's word.
         * @enum {string}
         */
        Security: "CREDIT" | "MORTGAGE" | "PLEDGE" | "GUARANTEE" | "MIXED";
        /**
         * Sex
         * @description As the 17th digit tells it; permanent residents' numbers of before 2023 tell none.
         * @enum {string}
         */
        Sex: "M" | "F" | "U";
        /**
         * SignatureBody
         * @description The contract with this hash is signed.
         */
        SignatureBody: {
            /**
             * Contract Hash
             * @example 0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f
             */
            contract_hash: string;
            /** @default ELECTRONIC */
            method?: components["schemas"]["SignatureMethod"];
            /**
             * Reference
             * @description Where the evidence lies
             * @example sms:20261123-1
             */
            reference: string;
        };
        /**
         * SignatureMethod
         * @description How a contract is signed (R-9.12).
         * @enum {string}
         */
        SignatureMethod: "ELECTRONIC" | "PAPER";
        /**
         * SignatureView
         * @description Who signed what, and where the evidence lies.
         */
        SignatureView: {
            /** Contract Hash */
            contract_hash: string;
            method: components["schemas"]["SignatureMethod"];
            /** Reference */
            reference: string;
            /**
             * Signed At
             * Format: date-time
             */
            signed_at: string;
            /** Signed By */
            signed_by: string;
        };
        /**
         * SignedDisclosureBody
         * @description The scan shows the cost disclosure with this hash, signed by the borrower.
         */
        SignedDisclosureBody: {
            /**
             * Disclosure Hash
             * @example 0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f
             */
            disclosure_hash: string;
            /**
             * Document Id
             * Format: uuid
             * @description A document SIGNED_DISCLOSURE of the application
             */
            document_id: string;
        };
        /**
         * Source
         * @description Outside sources, each behind one port of the integration gateway (domain.md §7).
         * @enum {string}
         */
        Source: "IDENTITY" | "TELECOM" | "CREDIT_BUREAU" | "SOCIAL_INSURANCE" | "TAX" | "COURT" | "REGISTRY" | "FACE";
        /**
         * StatusesBody
         * @description Which applications.
         */
        StatusesBody: {
            /** Ids */
            ids: string[];
        };
        /**
         * StatusesView
         * @description Those of the applications that exist and that one may see, in no particular order.
         */
        StatusesView: {
            /** Items */
            items: components["schemas"]["ApplicationLineView"][];
        };
        /**
         * SubmissionBody
         * @description A draft is handed in.
         */
        SubmissionBody: {
            /** Device Id */
            device_id?: string | null;
            /**
             * Reuse Documents
             * @description The customer agrees that papers of his earlier applications that are still valid serve again
             * @default false
             */
            reuse_documents?: boolean;
        };
        /**
         * SupplementBody
         * @description Nothing to say: the documents that were asked for are uploaded.
         */
        SupplementBody: Record<string, never>;
        /**
         * SupplementView
         * @description Documents that a reviewer has asked for.
         */
        SupplementView: {
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /** Kinds */
            kinds: components["schemas"]["DocumentKind"][];
            /**
             * Requested At
             * Format: date-time
             */
            requested_at: string;
        };
        /**
         * Tenor
         * @description Which of the two published loan prime rates (LPR).
         * @enum {string}
         */
        Tenor: "1Y" | "5Y";
        /**
         * TextStatus
         * @description Only what is APPROVED can be consented to.
         * @enum {string}
         */
        TextStatus: "PROPOSED" | "APPROVED" | "REJECTED";
        /**
         * VisitBody
         * @description A visit that is planned.
         */
        VisitBody: {
            /**
             * Application Id
             * @description What it is about, if it is about one
             */
            application_id?: string | null;
            /**
             * Customer Id
             * Format: uuid
             */
            customer_id: string;
            /**
             * Place
             * @description Where; without it the address that the customer has told
             * @example 示例路 1 号 2 楼
             */
            place?: string | null;
            /**
             * Planned At
             * Format: date-time
             * @example 2099-01-04T02:30:00Z
             */
            planned_at: string;
            /** @example SITE_CHECK */
            purpose: components["schemas"]["VisitPurpose"];
        };
        /**
         * VisitOutcome
         * @description What came of it.
         * @enum {string}
         */
        VisitOutcome: "MET" | "ABSENT" | "REFUSED" | "MOVED_AWAY";
        /**
         * VisitPaperKind
         * @description A photograph of the spot, or what the customer drew on the pad (it is no signature by R-9.12).
         * @enum {string}
         */
        VisitPaperKind: "PHOTOGRAPH" | "SIGNATURE";
        /**
         * VisitPaperView
         * @description A photograph or a drawing, without its content and its position.
         */
        VisitPaperView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kind: components["schemas"]["VisitPaperKind"];
            /** Media Type */
            media_type: string;
            /** Sha256 */
            sha256: string;
            /** Size Bytes */
            size_bytes: number;
            /**
             * Taken At
             * Format: date-time
             */
            taken_at: string;
            /**
             * Uploaded At
             * Format: date-time
             */
            uploaded_at: string;
            /** Uploaded By */
            uploaded_by: string;
        };
        /**
         * VisitPurpose
         * @description What somebody goes there for.
         * @enum {string}
         */
        VisitPurpose: "INTERVIEW" | "SITE_CHECK" | "PAPERS" | "SIGNING" | "AFTER_LOAN";
        /**
         * VisitRecordView
         * @description What was told of a visit: the record as it is known by its hash, and its pictures.
         */
        VisitRecordView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Papers */
            papers: components["schemas"]["VisitPaperView"][];
            /** Place */
            place: string;
            /**
             * Record
             * @description Canonical JSON; its SHA-256 is `record_sha256`
             */
            record: string | null;
            /** Record Sha256 */
            record_sha256: string | null;
        };
        /**
         * VisitReportBody
         * @description What came of a visit.
         */
        VisitReportBody: {
            /**
             * Arrived At
             * Format: date-time
             * @example 2026-01-20T02:30:00Z
             */
            arrived_at: string;
            /**
             * Companion
             * @description The second person, who vouches for it
             */
            companion?: string | null;
            /**
             * @description Why there is none
             * @example UNAVAILABLE
             */
            no_position?: components["schemas"]["NoPosition"] | null;
            /**
             * Note
             * @example 经营正常，在岗 12 人，设备运转。
             */
            note: string;
            /** @example MET */
            outcome: components["schemas"]["VisitOutcome"];
            /**
             * Papers
             * @description SHA-256 of each picture that belongs to it
             * @default []
             */
            papers?: string[];
            position?: components["schemas"]["PositionBody"] | null;
        };
        /**
         * VisitStatus
         * @description Where a visit stands.
         * @enum {string}
         */
        VisitStatus: "PLANNED" | "REPORTED" | "CANCELLED";
        /**
         * VisitView
         * @description A visit, without where it goes and what was told.
         */
        VisitView: {
            /** Application Id */
            application_id: string | null;
            /** Arrived At */
            arrived_at: string | null;
            /** Assignee */
            assignee: string;
            /** Branch */
            branch: string;
            /** Companion */
            companion: string | null;
            /**
             * Confirmed At
             * @description When the second person vouched for the record
             */
            confirmed_at: string | null;
            /**
             * Customer Id
             * Format: uuid
             */
            customer_id: string;
            /** Ended At */
            ended_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            outcome: components["schemas"]["VisitOutcome"] | null;
            /**
             * Planned At
             * Format: date-time
             */
            planned_at: string;
            purpose: components["schemas"]["VisitPurpose"];
            /**
             * Record Sha256
             * @description SHA-256 of the record: what evidence names, with the visit's id
             */
            record_sha256: string | null;
            /** Sequence */
            sequence: number;
            status: components["schemas"]["VisitStatus"];
        };
        /**
         * WithdrawalBody
         * @description Why, as a code: there is no room for words, which would stay in the records of every service.
         */
        WithdrawalBody: {
            /** @example CHANGED_MIND */
            reason?: components["schemas"]["WithdrawalReason"] | null;
        };
        /**
         * WithdrawalReason
         * @description Why an applicant steps back. What he says beside it is not kept.
         * @enum {string}
         */
        WithdrawalReason: "CHANGED_MIND" | "NO_LONGER_NEEDED" | "BETTER_OFFER" | "TOO_EXPENSIVE" | "TOO_LITTLE" | "TOO_SLOW" | "WRONG_DETAILS" | "DUPLICATE" | "OTHER";
        /**
         * WordingView
         * @description What the borrower permits when he consents, word for word.
         */
        WordingView: {
            /** @description How it is given: WRITTEN is signed electronically over the hash */
            form: components["schemas"]["ConsentForm"];
            /**
             * Hash
             * @description SHA-256 of the wording in UTF-8: what an electronic signature covers
             */
            hash: string;
            purpose: components["schemas"]["Purpose"];
            source: components["schemas"]["Source"];
            /** Text Version */
            text_version: string;
            /** Wording */
            wording: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    list_consumers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "instance": "text",
                     *           "lag": 1,
                     *           "missing": [
                     *             "text"
                     *           ],
                     *           "reason": "text",
                     *           "seen_at": "2026-01-31T09:30:00Z",
                     *           "since": "2026-01-31T09:30:00Z",
                     *           "state": "RUNNING"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_ConsumerView_"];
                };
            };
        };
    };
    resume_consumers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "resumed": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ResumedView"];
                };
            };
        };
    };
    list_dead_letters: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
                /** @description Absent: those that wait for a person */
                state?: components["schemas"]["LetterState"][] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "attempts": 1,
                     *           "created_at": "2026-01-31T09:30:00Z",
                     *           "detail": "text",
                     *           "discard_by": "text",
                     *           "discard_note": "text",
                     *           "discard_reason": "NOT_OURS",
                     *           "discarded_by": "text",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "last_failed_at": "2026-01-31T09:30:00Z",
                     *           "message_id": "text",
                     *           "offset": 1,
                     *           "partition": 1,
                     *           "reason": "text",
                     *           "replayed_at": "2026-01-31T09:30:00Z",
                     *           "replays": 1,
                     *           "state": "RETRYING",
                     *           "topic": "text",
                     *           "topic_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_DeadLetterView_"];
                };
            };
        };
    };
    get_dead_letter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                letter_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "attempts": 1,
                     *       "created_at": "2026-01-31T09:30:00Z",
                     *       "detail": "text",
                     *       "discard_by": "text",
                     *       "discard_note": "text",
                     *       "discard_reason": "NOT_OURS",
                     *       "discarded_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "last_failed_at": "2026-01-31T09:30:00Z",
                     *       "message_id": "text",
                     *       "offset": 1,
                     *       "partition": 1,
                     *       "reason": "text",
                     *       "replayed_at": "2026-01-31T09:30:00Z",
                     *       "replays": 1,
                     *       "state": "RETRYING",
                     *       "topic": "text",
                     *       "topic_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *     }
                     */
                    "application/json": components["schemas"]["DeadLetterView"];
                };
            };
        };
    };
    propose_discard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                letter_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "note": "sent by hand while the new release was tried",
                 *       "reason": "NOT_OURS"
                 *     }
                 */
                "application/json": components["schemas"]["DiscardBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "attempts": 1,
                     *       "created_at": "2026-01-31T09:30:00Z",
                     *       "detail": "text",
                     *       "discard_by": "text",
                     *       "discard_note": "text",
                     *       "discard_reason": "NOT_OURS",
                     *       "discarded_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "last_failed_at": "2026-01-31T09:30:00Z",
                     *       "message_id": "text",
                     *       "offset": 1,
                     *       "partition": 1,
                     *       "reason": "text",
                     *       "replayed_at": "2026-01-31T09:30:00Z",
                     *       "replays": 1,
                     *       "state": "RETRYING",
                     *       "topic": "text",
                     *       "topic_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *     }
                     */
                    "application/json": components["schemas"]["DeadLetterView"];
                };
            };
        };
    };
    confirm_discard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                letter_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "attempts": 1,
                     *       "created_at": "2026-01-31T09:30:00Z",
                     *       "detail": "text",
                     *       "discard_by": "text",
                     *       "discard_note": "text",
                     *       "discard_reason": "NOT_OURS",
                     *       "discarded_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "last_failed_at": "2026-01-31T09:30:00Z",
                     *       "message_id": "text",
                     *       "offset": 1,
                     *       "partition": 1,
                     *       "reason": "text",
                     *       "replayed_at": "2026-01-31T09:30:00Z",
                     *       "replays": 1,
                     *       "state": "RETRYING",
                     *       "topic": "text",
                     *       "topic_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *     }
                     */
                    "application/json": components["schemas"]["DeadLetterView"];
                };
            };
        };
    };
    reject_discard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                letter_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "attempts": 1,
                     *       "created_at": "2026-01-31T09:30:00Z",
                     *       "detail": "text",
                     *       "discard_by": "text",
                     *       "discard_note": "text",
                     *       "discard_reason": "NOT_OURS",
                     *       "discarded_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "last_failed_at": "2026-01-31T09:30:00Z",
                     *       "message_id": "text",
                     *       "offset": 1,
                     *       "partition": 1,
                     *       "reason": "text",
                     *       "replayed_at": "2026-01-31T09:30:00Z",
                     *       "replays": 1,
                     *       "state": "RETRYING",
                     *       "topic": "text",
                     *       "topic_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *     }
                     */
                    "application/json": components["schemas"]["DeadLetterView"];
                };
            };
        };
    };
    rehearse_dead_letter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                letter_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "text",
                     *       "detail": "text",
                     *       "fate": "done",
                     *       "sends": {
                     *         "code": 1
                     *       },
                     *       "writes": {
                     *         "code": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["RehearsalView"];
                };
            };
        };
    };
    replay_dead_letter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                letter_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "attempts": 1,
                     *       "created_at": "2026-01-31T09:30:00Z",
                     *       "detail": "text",
                     *       "discard_by": "text",
                     *       "discard_note": "text",
                     *       "discard_reason": "NOT_OURS",
                     *       "discarded_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "last_failed_at": "2026-01-31T09:30:00Z",
                     *       "message_id": "text",
                     *       "offset": 1,
                     *       "partition": 1,
                     *       "reason": "text",
                     *       "replayed_at": "2026-01-31T09:30:00Z",
                     *       "replays": 1,
                     *       "state": "RETRYING",
                     *       "topic": "text",
                     *       "topic_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *     }
                     */
                    "application/json": components["schemas"]["DeadLetterView"];
                };
            };
        };
    };
    list_legal_holds: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
                /** @description Only those that are not released */
                open_only?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "placed_at": "2026-01-31T09:30:00Z",
                     *           "placed_by": "text",
                     *           "reason": "text",
                     *           "release_reason": "text",
                     *           "released_at": "2026-01-31T09:30:00Z",
                     *           "released_by": "text",
                     *           "subject_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_LegalHoldView_"];
                };
            };
        };
    };
    place_legal_hold: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "lawsuit 2026-117",
                 *       "subject_id": "5e0f4a1c-7d0b-4f0e-9d8e-2b1c0a9f8e7d"
                 *     }
                 */
                "application/json": components["schemas"]["LegalHoldBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "placed_at": "2026-01-31T09:30:00Z",
                     *       "placed_by": "text",
                     *       "reason": "text",
                     *       "release_reason": "text",
                     *       "released_at": "2026-01-31T09:30:00Z",
                     *       "released_by": "text",
                     *       "subject_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *     }
                     */
                    "application/json": components["schemas"]["LegalHoldView"];
                };
            };
        };
    };
    release_legal_hold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hold_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "the lawsuit is over"
                 *     }
                 */
                "application/json": components["schemas"]["LegalHoldReleaseBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "placed_at": "2026-01-31T09:30:00Z",
                     *       "placed_by": "text",
                     *       "reason": "text",
                     *       "release_reason": "text",
                     *       "released_at": "2026-01-31T09:30:00Z",
                     *       "released_by": "text",
                     *       "subject_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *     }
                     */
                    "application/json": components["schemas"]["LegalHoldView"];
                };
            };
        };
    };
    release_outbox: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rows": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ReplayView"];
                };
            };
        };
    };
    replay_outbox: {
        parameters: {
            query?: {
                /** @description Rows of the last so many seconds */
                since_s?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rows": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ReplayView"];
                };
            };
        };
    };
    list_parameter_changes: {
        parameters: {
            query?: {
                /** @description Of one code */
                code?: string | null;
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
                /** @description In one state */
                status?: components["schemas"]["ChangeStatus"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "code": "text",
                     *           "confidence": "C1",
                     *           "correction": true,
                     *           "decided_at": "2026-01-31T09:30:00Z",
                     *           "decided_by": "text",
                     *           "decision_reason": "text",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "proposed_at": "2026-01-31T09:30:00Z",
                     *           "proposed_by": "text",
                     *           "reason": "text",
                     *           "sequence": 1,
                     *           "source": "text",
                     *           "status": "PROPOSED",
                     *           "unit": "text",
                     *           "valid_from": "2026-01-31",
                     *           "value": "text"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_ParameterChangeView_"];
                };
            };
        };
    };
    propose_parameter_change: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "dsr.unsecured",
                 *       "confidence": "P",
                 *       "correction": true,
                 *       "reason": "less debt service than income allows",
                 *       "source": "minutes of the risk committee 2026-11",
                 *       "unit": "%",
                 *       "valid_from": "2099-01-01",
                 *       "value": "65"
                 *     }
                 */
                "application/json": components["schemas"]["ParameterChangeBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "text",
                     *       "confidence": "C1",
                     *       "correction": true,
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "decision_reason": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "reason": "text",
                     *       "sequence": 1,
                     *       "source": "text",
                     *       "status": "PROPOSED",
                     *       "unit": "text",
                     *       "valid_from": "2026-01-31",
                     *       "value": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["ParameterChangeView"];
                };
            };
        };
    };
    get_parameter_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                change_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "text",
                     *       "confidence": "C1",
                     *       "correction": true,
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "decision_reason": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "reason": "text",
                     *       "sequence": 1,
                     *       "source": "text",
                     *       "status": "PROPOSED",
                     *       "unit": "text",
                     *       "valid_from": "2026-01-31",
                     *       "value": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["ParameterChangeView"];
                };
            };
        };
    };
    approve_parameter_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                change_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "text",
                     *       "confidence": "C1",
                     *       "correction": true,
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "decision_reason": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "reason": "text",
                     *       "sequence": 1,
                     *       "source": "text",
                     *       "status": "PROPOSED",
                     *       "unit": "text",
                     *       "valid_from": "2026-01-31",
                     *       "value": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["ParameterChangeView"];
                };
            };
        };
    };
    reject_parameter_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                change_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "the committee has not decided yet"
                 *     }
                 */
                "application/json": components["schemas"]["ParameterRejectionBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "text",
                     *       "confidence": "C1",
                     *       "correction": true,
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "decision_reason": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "reason": "text",
                     *       "sequence": 1,
                     *       "source": "text",
                     *       "status": "PROPOSED",
                     *       "unit": "text",
                     *       "valid_from": "2026-01-31",
                     *       "value": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["ParameterChangeView"];
                };
            };
        };
    };
    withdraw_parameter_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                change_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "text",
                     *       "confidence": "C1",
                     *       "correction": true,
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "decision_reason": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "reason": "text",
                     *       "sequence": 1,
                     *       "source": "text",
                     *       "status": "PROPOSED",
                     *       "unit": "text",
                     *       "valid_from": "2026-01-31",
                     *       "value": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["ParameterChangeView"];
                };
            };
        };
    };
    list_parameter_kinds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "allowed": "text",
                     *           "area": "text",
                     *           "code": "text",
                     *           "meaning": "text",
                     *           "unit": "text"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_ParameterKindView_"];
                };
            };
        };
    };
    list_parameters: {
        parameters: {
            query?: {
                /** @description Of one code */
                code?: string | null;
                /** @description Only what holds on this day */
                on?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "approved_by": "text",
                     *           "code": "text",
                     *           "confidence": "text",
                     *           "in_force": true,
                     *           "recorded_at": "2026-01-31T09:30:00Z",
                     *           "replaced": true,
                     *           "source": "text",
                     *           "unit": "text",
                     *           "valid_from": "2026-01-31",
                     *           "valid_to": "2026-01-31",
                     *           "value": "text"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_ParameterView_"];
                };
            };
        };
    };
    list_retention_rules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "parameter": "text",
                     *           "period": 1,
                     *           "record": "text",
                     *           "since": "text",
                     *           "source": "text",
                     *           "table": "text",
                     *           "takes": [
                     *             "text"
                     *           ],
                     *           "unit": "text",
                     *           "valid_from": "2026-01-31",
                     *           "why": "text"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_RetentionRuleView_"];
                };
            };
        };
    };
    list_retention_runs: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
                /** @description Of one record */
                record?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "cutoff": "2026-01-31T09:30:00Z",
                     *           "finished_at": "2026-01-31T09:30:00Z",
                     *           "first_at": "2026-01-31T09:30:00Z",
                     *           "held": 1,
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "last_at": "2026-01-31T09:30:00Z",
                     *           "period": 1,
                     *           "record": "text",
                     *           "recorded_at": "2026-01-31T09:30:00Z",
                     *           "rule": "text",
                     *           "started_at": "2026-01-31T09:30:00Z",
                     *           "taken": {
                     *             "code": 1
                     *           },
                     *           "unit": "text",
                     *           "valid_from": "2026-01-31"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_RetentionRunView_"];
                };
            };
        };
    };
    get_runtime: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "answered": 1,
                     *       "at": "2026-01-31T09:30:00Z",
                     *       "cpu_seconds": 0.5,
                     *       "handled": 1,
                     *       "instance": "text",
                     *       "memory_bytes": 1,
                     *       "mode": "text",
                     *       "since": "2026-01-31T09:30:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["RuntimeView"];
                };
            };
        };
    };
    list_applications: {
        parameters: {
            query?: {
                /** @description The number of the application */
                application_no?: string | null;
                /** @description DRAFTED: offers that wait for their disclosure to be read */
                contract_status?: components["schemas"]["ContractStatus"] | null;
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                customer_id?: string | null;
                /** @description Items a page */
                limit?: number;
                product?: string | null;
                status?: components["schemas"]["ApplicationStatus"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "amount_minor": 5000000,
                     *           "application_no": "text",
                     *           "branch": "text",
                     *           "contract_hash": "text",
                     *           "contract_status": "DRAFTED",
                     *           "created_at": "2026-01-31T09:30:00Z",
                     *           "customer_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "decided_at": "2026-01-31T09:30:00Z",
                     *           "disbursed_at": "2026-01-31T09:30:00Z",
                     *           "disclosure_hash": "text",
                     *           "forced_read_seconds": 1,
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "offer_expires_at": "2026-01-31T09:30:00Z",
                     *           "product_code": "text",
                     *           "sequence": 1,
                     *           "status": "DRAFT",
                     *           "submitted_at": "2026-01-31T09:30:00Z",
                     *           "term_months": 1
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_ApplicationLineView_"];
                };
            };
        };
    };
    submit_application: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount_minor": 3000000,
                 *       "channel": "ONLINE",
                 *       "customer_id": "5e0f4a1c-7d0b-4f0e-9d8e-2b1c0a9f8e7d",
                 *       "form": {
                 *         "employment": "EMPLOYED",
                 *         "monthly_income_minor": 900000
                 *       },
                 *       "product_code": "PCL-ONLINE",
                 *       "purpose": "DECORATION",
                 *       "repayment_method": "EQUAL_INSTALMENT",
                 *       "reuse_documents": true,
                 *       "term_months": 12
                 *     }
                 */
                "application/json": components["schemas"]["ApplicationBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "application_no": "text",
                     *       "contract_status": "DRAFTED",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "sequence": 1,
                     *       "status": "DRAFT"
                     *     }
                     */
                    "application/json": components["schemas"]["ReceiptView"];
                };
            };
        };
    };
    get_application: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount_minor": 5000000,
                     *       "application_no": "AP202611237Q2M4K9T0ZBA",
                     *       "branch": "text",
                     *       "channel": "text",
                     *       "contract_status": "DRAFTED",
                     *       "created_at": "2026-01-31T09:30:00Z",
                     *       "created_by": "text",
                     *       "customer_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "decision": {
                     *         "amount_minor": 5000000,
                     *         "annual_rate": "0.072",
                     *         "automatic": true,
                     *         "decided_at": "2026-01-31T09:30:00Z",
                     *         "decided_by": "text",
                     *         "explanations": [
                     *           {
                     *             "code": "text",
                     *             "en": "text",
                     *             "zh": "text"
                     *           }
                     *         ],
                     *         "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "outcome": "APPROVED",
                     *         "reasons": [
                     *           {
                     *             "code": "R03",
                     *             "contribution": "text",
                     *             "detail": "text",
                     *             "limit": "text",
                     *             "value": "text"
                     *           }
                     *         ],
                     *         "term_months": 1
                     *       },
                     *       "documents": [
                     *         {
                     *           "from_application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "kind": "ID_FRONT",
                     *           "media_type": "application/pdf",
                     *           "sha256": "text",
                     *           "size_bytes": 1,
                     *           "uploaded_at": "2026-01-31T09:30:00Z",
                     *           "uploaded_by": "text"
                     *         }
                     *       ],
                     *       "form": {},
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "product_code": "text",
                     *       "product_version": 1,
                     *       "purpose": "text",
                     *       "repayment_method": "EQUAL_INSTALMENT",
                     *       "schedule": [
                     *         {
                     *           "due_on": "2026-01-31",
                     *           "principal_minor": 5000000
                     *         }
                     *       ],
                     *       "sequence": 1,
                     *       "status": "DRAFT",
                     *       "submitted_at": "2026-01-31T09:30:00Z",
                     *       "supplement": {
                     *         "due_at": "2026-01-31T09:30:00Z",
                     *         "kinds": [
                     *           "ID_FRONT"
                     *         ],
                     *         "requested_at": "2026-01-31T09:30:00Z"
                     *       },
                     *       "term_months": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ApplicationView"];
                };
            };
        };
    };
    check_condition_off: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
                condition: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "evidence": "配偶声明书，档案第 12 页"
                 *     }
                 */
                "application/json": components["schemas"]["ConditionEvidenceBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "application_no": "text",
                     *       "contract_status": "DRAFTED",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "sequence": 1,
                     *       "status": "DRAFT"
                     *     }
                     */
                    "application/json": components["schemas"]["ReceiptView"];
                };
            };
        };
    };
    get_contract: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "content": {},
                     *       "contract_no": "text",
                     *       "contract_status": "DRAFTED",
                     *       "hash": "text",
                     *       "signature": {
                     *         "contract_hash": "text",
                     *         "method": "ELECTRONIC",
                     *         "reference": "text",
                     *         "signed_at": "2026-01-31T09:30:00Z",
                     *         "signed_by": "text"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ContractView"];
                };
            };
        };
    };
    get_contract_to_sign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "content": {},
                     *       "contract_hash": "text",
                     *       "contract_no": "text",
                     *       "customer_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "drawn_up_at": "2026-01-31T09:30:00Z",
                     *       "expires_at": "2026-01-31T09:30:00Z",
                     *       "open": true
                     *     }
                     */
                    "application/json": components["schemas"]["ContractToSignView"];
                };
            };
        };
    };
    name_counterparty: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "account": "6212142600000000167",
                 *       "document_id": "5e0f4a1c-7d0b-4f0e-9d8e-2b1c0a9f8e7d",
                 *       "name": "示例装饰有限公司",
                 *       "registration": "91350100M000100Y43"
                 *     }
                 */
                "application/json": components["schemas"]["CounterpartyBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "application_no": "text",
                     *       "contract_status": "DRAFTED",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "sequence": 1,
                     *       "status": "DRAFT"
                     *     }
                     */
                    "application/json": components["schemas"]["ReceiptView"];
                };
            };
        };
    };
    confirm_disclosure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "disclosure_hash": "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f",
                 *       "read_seconds": 15
                 *     }
                 */
                "application/json": components["schemas"]["DisclosureConfirmationBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "application_no": "text",
                     *       "contract_status": "DRAFTED",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "sequence": 1,
                     *       "status": "DRAFT"
                     *     }
                     */
                    "application/json": components["schemas"]["ReceiptView"];
                };
            };
        };
    };
    deliver_disclosure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "confirmable_at": "2026-01-31T09:30:00Z",
                     *       "delivered_at": "2026-01-31T09:30:00Z",
                     *       "disclosure": {
                     *         "annual_rate": "0.072",
                     *         "first_instalment_minor": 5000000,
                     *         "forced_read_seconds": 1,
                     *         "items": [
                     *           {
                     *             "amount_minor": 5000000,
                     *             "annualised_rate": "text",
                     *             "code": "text",
                     *             "contingent": true,
                     *             "name": "text",
                     *             "party": "text",
                     *             "standard": "text",
                     *             "timing": "text"
                     *           }
                     *         ],
                     *         "method": "text",
                     *         "principal_minor": 5000000,
                     *         "repayment_method": "EQUAL_INSTALMENT",
                     *         "statement": "text",
                     *         "term_months": 1,
                     *         "total_annual_rate": "0.072",
                     *         "total_annual_rate_effective": "0.072",
                     *         "total_cost_minor": 5000000,
                     *         "version": "text"
                     *       },
                     *       "disclosure_hash": "text",
                     *       "forced_read_seconds": 1
                     *     }
                     */
                    "application/json": components["schemas"]["DeliveryView"];
                };
            };
        };
    };
    list_documents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "from_application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "kind": "ID_FRONT",
                     *           "media_type": "application/pdf",
                     *           "sha256": "text",
                     *           "size_bytes": 1,
                     *           "uploaded_at": "2026-01-31T09:30:00Z",
                     *           "uploaded_by": "text"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DocumentsView"];
                };
            };
        };
    };
    attach_document: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description PDF, JPEG or PNG
                     */
                    file: string;
                    /** @enum {string} */
                    kind: "ID_FRONT" | "ID_BACK" | "INCOME_PROOF" | "BANK_STATEMENT" | "BUSINESS_LICENCE" | "TAX_RETURN" | "PURPOSE_PROOF" | "SIGNED_CONTRACT" | "FACE_PHOTO" | "SIGNED_DISCLOSURE" | "INTERVIEW" | "DUAL_RECORDING" | "SIGNATURE" | "DISCLOSURE" | "VALUATION" | "OTHER";
                };
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "from_application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "kind": "ID_FRONT",
                     *       "media_type": "application/pdf",
                     *       "sha256": "text",
                     *       "size_bytes": 1,
                     *       "uploaded_at": "2026-01-31T09:30:00Z",
                     *       "uploaded_by": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["DocumentView"];
                };
            };
        };
    };
    read_document: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
                document_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                    "image/jpeg": string;
                    "image/png": string;
                };
            };
        };
    };
    read_face_photo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                    "image/jpeg": unknown;
                    "image/png": unknown;
                };
            };
        };
    };
    list_reusable_documents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "from_application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "kind": "ID_FRONT",
                     *           "media_type": "application/pdf",
                     *           "sha256": "text",
                     *           "size_bytes": 1,
                     *           "uploaded_at": "2026-01-31T09:30:00Z",
                     *           "uploaded_by": "text"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DocumentsView"];
                };
            };
        };
    };
    get_offer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "annual_rate": "0.072",
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "conditions": [
                     *         {
                     *           "checked_at": "2026-01-31T09:30:00Z",
                     *           "checked_by": "text",
                     *           "code": "text",
                     *           "evidence": "text",
                     *           "wording": "text"
                     *         }
                     *       ],
                     *       "confirmed_at": "2026-01-31T09:30:00Z",
                     *       "contract_hash": "text",
                     *       "contract_no": "text",
                     *       "contract_status": "DRAFTED",
                     *       "disclosure": {
                     *         "annual_rate": "0.072",
                     *         "first_instalment_minor": 5000000,
                     *         "forced_read_seconds": 1,
                     *         "items": [
                     *           {
                     *             "amount_minor": 5000000,
                     *             "annualised_rate": "text",
                     *             "code": "text",
                     *             "contingent": true,
                     *             "name": "text",
                     *             "party": "text",
                     *             "standard": "text",
                     *             "timing": "text"
                     *           }
                     *         ],
                     *         "method": "text",
                     *         "principal_minor": 5000000,
                     *         "repayment_method": "EQUAL_INSTALMENT",
                     *         "statement": "text",
                     *         "term_months": 1,
                     *         "total_annual_rate": "0.072",
                     *         "total_annual_rate_effective": "0.072",
                     *         "total_cost_minor": 5000000,
                     *         "version": "text"
                     *       },
                     *       "disclosure_hash": "text",
                     *       "expires_at": "2026-01-31T09:30:00Z",
                     *       "grace_days": 1,
                     *       "holiday_rule": "NONE",
                     *       "made_at": "2026-01-31T09:30:00Z",
                     *       "penalty_multiple": "0.072",
                     *       "principal_minor": 5000000,
                     *       "repayment_method": "EQUAL_INSTALMENT",
                     *       "signed_at": "2026-01-31T09:30:00Z",
                     *       "term_months": 1,
                     *       "total_annual_rate": "0.072"
                     *     }
                     */
                    "application/json": components["schemas"]["OfferView"];
                };
            };
        };
    };
    sign_by_provider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "content": "JVBERi0xLjcK",
                 *       "contract_hash": "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f",
                 *       "reference": "esign:38fe9cd1"
                 *     }
                 */
                "application/json": components["schemas"]["ProviderSignatureBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "application_no": "text",
                     *       "contract_status": "DRAFTED",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "sequence": 1,
                     *       "status": "DRAFT"
                     *     }
                     */
                    "application/json": components["schemas"]["ReceiptView"];
                };
            };
        };
    };
    list_review_requests: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "answer_sha256": "text",
                     *           "answered_at": "2026-01-31T09:30:00Z",
                     *           "decision_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "due_at": "2026-01-31T09:30:00Z",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "kind": "EXPLANATION",
                     *           "requested_at": "2026-01-31T09:30:00Z",
                     *           "statement": "text",
                     *           "status": "OPEN"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ReviewsView"];
                };
            };
        };
    };
    request_review: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "EXPLANATION",
                 *       "statement": "逾期记录已于去年更正"
                 *     }
                 */
                "application/json": components["schemas"]["ReviewBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "answer_sha256": "text",
                     *       "answered_at": "2026-01-31T09:30:00Z",
                     *       "decision_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "due_at": "2026-01-31T09:30:00Z",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "kind": "EXPLANATION",
                     *       "requested_at": "2026-01-31T09:30:00Z",
                     *       "statement": "text",
                     *       "status": "OPEN"
                     *     }
                     */
                    "application/json": components["schemas"]["ReviewView"];
                };
            };
        };
    };
    sign_contract: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "contract_hash": "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f",
                 *       "method": "ELECTRONIC",
                 *       "reference": "sms:20261123-1"
                 *     }
                 */
                "application/json": components["schemas"]["SignatureBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "application_no": "text",
                     *       "contract_status": "DRAFTED",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "sequence": 1,
                     *       "status": "DRAFT"
                     *     }
                     */
                    "application/json": components["schemas"]["ReceiptView"];
                };
            };
        };
    };
    certify_disclosure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "disclosure_hash": "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f",
                 *       "document_id": "5e0f4a1c-7d0b-4f0e-9d8e-2b1c0a9f8e7d"
                 *     }
                 */
                "application/json": components["schemas"]["SignedDisclosureBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "application_no": "text",
                     *       "contract_status": "DRAFTED",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "sequence": 1,
                     *       "status": "DRAFT"
                     *     }
                     */
                    "application/json": components["schemas"]["ReceiptView"];
                };
            };
        };
    };
    submit_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reuse_documents": true
                 *     }
                 */
                "application/json": components["schemas"]["SubmissionBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "application_no": "text",
                     *       "contract_status": "DRAFTED",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "sequence": 1,
                     *       "status": "DRAFT"
                     *     }
                     */
                    "application/json": components["schemas"]["ReceiptView"];
                };
            };
        };
    };
    supplement_application: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["SupplementBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "application_no": "text",
                     *       "contract_status": "DRAFTED",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "sequence": 1,
                     *       "status": "DRAFT"
                     *     }
                     */
                    "application/json": components["schemas"]["ReceiptView"];
                };
            };
        };
    };
    withdraw_application: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "CHANGED_MIND"
                 *     }
                 */
                "application/json": components["schemas"]["WithdrawalBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "application_no": "text",
                     *       "contract_status": "DRAFTED",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "sequence": 1,
                     *       "status": "DRAFT"
                     *     }
                     */
                    "application/json": components["schemas"]["ReceiptView"];
                };
            };
        };
    };
    list_application_statuses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "ids": [
                 *         "5e0f4a1c-7d0b-4f0e-9d8e-2b1c0a9f8e7d"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["StatusesBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "amount_minor": 5000000,
                     *           "application_no": "text",
                     *           "branch": "text",
                     *           "contract_hash": "text",
                     *           "contract_status": "DRAFTED",
                     *           "created_at": "2026-01-31T09:30:00Z",
                     *           "customer_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "decided_at": "2026-01-31T09:30:00Z",
                     *           "disbursed_at": "2026-01-31T09:30:00Z",
                     *           "disclosure_hash": "text",
                     *           "forced_read_seconds": 1,
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "offer_expires_at": "2026-01-31T09:30:00Z",
                     *           "product_code": "text",
                     *           "sequence": 1,
                     *           "status": "DRAFT",
                     *           "submitted_at": "2026-01-31T09:30:00Z",
                     *           "term_months": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["StatusesView"];
                };
            };
        };
    };
    list_consent_texts: {
        parameters: {
            query?: {
                /** @description Past, coming, proposed and rejected wordings as well */
                history?: boolean;
                purpose?: components["schemas"]["Purpose"] | null;
                source?: components["schemas"]["Source"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "decided_at": "2026-01-31T09:30:00Z",
                     *           "decided_by": "text",
                     *           "hash": "text",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "in_force": true,
                     *           "proposed_at": "2026-01-31T09:30:00Z",
                     *           "proposed_by": "text",
                     *           "purpose": "02",
                     *           "source": "IDENTITY",
                     *           "status": "PROPOSED",
                     *           "text_version": "text",
                     *           "valid_from": "2026-01-31",
                     *           "wording": "text"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_ConsentTextView_"];
                };
            };
        };
    };
    propose_consent_text: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "purpose": "02",
                 *       "source": "IDENTITY",
                 *       "text_version": "2026-08",
                 *       "valid_from": "2099-01-01",
                 *       "wording": "本人同意贵机构查询本人信息, 仅用于审核本人的贷款申请, 至该申请办结之日终止。"
                 *     }
                 */
                "application/json": components["schemas"]["ConsentTextBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "hash": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "in_force": true,
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "purpose": "02",
                     *       "source": "IDENTITY",
                     *       "status": "PROPOSED",
                     *       "text_version": "text",
                     *       "valid_from": "2026-01-31",
                     *       "wording": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["ConsentTextView"];
                };
            };
        };
    };
    approve_consent_text: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                text_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["DecisionBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "hash": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "in_force": true,
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "purpose": "02",
                     *       "source": "IDENTITY",
                     *       "status": "PROPOSED",
                     *       "text_version": "text",
                     *       "valid_from": "2026-01-31",
                     *       "wording": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["ConsentTextView"];
                };
            };
        };
    };
    reject_consent_text: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                text_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["DecisionBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "hash": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "in_force": true,
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "purpose": "02",
                     *       "source": "IDENTITY",
                     *       "status": "PROPOSED",
                     *       "text_version": "text",
                     *       "valid_from": "2026-01-31",
                     *       "wording": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["ConsentTextView"];
                };
            };
        };
    };
    withdraw_consent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                consent_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "customer_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "evidence": {
                     *         "kind": "ELECTRONIC_SIGNATURE",
                     *         "reference": "text",
                     *         "scan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "sha256": "text"
                     *       },
                     *       "form": "GENERAL",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "in_force": true,
                     *       "purpose": "02",
                     *       "source": "IDENTITY",
                     *       "text_hash": "text",
                     *       "text_version": "text",
                     *       "valid_from": "2026-01-31T09:30:00Z",
                     *       "valid_until": "2026-01-31T09:30:00Z",
                     *       "withdrawn_at": "2026-01-31T09:30:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ConsentView"];
                };
            };
        };
    };
    list_customers: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description The last four digits of the mobile number */
                last_four?: string | null;
                /** @description Items a page */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "birth_year": 1,
                     *           "branch": "text",
                     *           "card_issuer": "text",
                     *           "card_number": "620999*********0011",
                     *           "card_state": "REGISTERED",
                     *           "card_warnings": [
                     *             "text"
                     *           ],
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "id_expires_on": "2026-01-31",
                     *           "identity_number": "9901************17",
                     *           "mobile": "138****1234",
                     *           "name": "张**",
                     *           "registered_at": "2026-01-31T09:30:00Z",
                     *           "sequence": 1,
                     *           "sex": "M"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_CustomerView_"];
                };
            };
        };
    };
    register_customer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "branch": "310000-01",
                 *       "card_number": "6209990000000000011",
                 *       "consents": [
                 *         {
                 *           "purpose": "02",
                 *           "source": "IDENTITY"
                 *         }
                 *       ],
                 *       "id_expires_on": "2035-01-31",
                 *       "id_issued_on": "2026-01-31",
                 *       "identity_number": "990101199003078017",
                 *       "mobile": "13800001234",
                 *       "name": "张示例"
                 *     }
                 */
                "application/json": components["schemas"]["CustomerBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "already_registered": true,
                     *       "birth_year": 1,
                     *       "branch": "text",
                     *       "card_issuer": "text",
                     *       "card_number": "620999*********0011",
                     *       "card_state": "REGISTERED",
                     *       "card_warnings": [
                     *         "text"
                     *       ],
                     *       "consents": [
                     *         {
                     *           "customer_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "evidence": {
                     *             "kind": "ELECTRONIC_SIGNATURE",
                     *             "reference": "text",
                     *             "scan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *             "sha256": "text"
                     *           },
                     *           "form": "GENERAL",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "in_force": true,
                     *           "purpose": "02",
                     *           "source": "IDENTITY",
                     *           "text_hash": "text",
                     *           "text_version": "text",
                     *           "valid_from": "2026-01-31T09:30:00Z",
                     *           "valid_until": "2026-01-31T09:30:00Z",
                     *           "withdrawn_at": "2026-01-31T09:30:00Z"
                     *         }
                     *       ],
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "id_expires_on": "2026-01-31",
                     *       "identity_number": "9901************17",
                     *       "mobile": "138****1234",
                     *       "name": "张**",
                     *       "registered_at": "2026-01-31T09:30:00Z",
                     *       "sequence": 1,
                     *       "sex": "M"
                     *     }
                     */
                    "application/json": components["schemas"]["RegisteredView"];
                };
            };
        };
    };
    get_customer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "birth_year": 1,
                     *       "branch": "text",
                     *       "card_issuer": "text",
                     *       "card_number": "620999*********0011",
                     *       "card_state": "REGISTERED",
                     *       "card_warnings": [
                     *         "text"
                     *       ],
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "id_expires_on": "2026-01-31",
                     *       "identity_number": "9901************17",
                     *       "mobile": "138****1234",
                     *       "name": "张**",
                     *       "registered_at": "2026-01-31T09:30:00Z",
                     *       "sequence": 1,
                     *       "sex": "M"
                     *     }
                     */
                    "application/json": components["schemas"]["CustomerView"];
                };
            };
        };
    };
    keep_consent_scan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description PDF, JPEG or PNG
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "media_type": "application/pdf",
                     *       "sha256": "text",
                     *       "size_bytes": 1,
                     *       "uploaded_at": "2026-01-31T09:30:00Z",
                     *       "uploaded_by": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["ScanView"];
                };
            };
        };
    };
    read_consent_scan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
                scan_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                    "image/jpeg": string;
                    "image/png": string;
                };
            };
        };
    };
    list_consents: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
            };
            header?: never;
            path: {
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "customer_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "evidence": {
                     *             "kind": "ELECTRONIC_SIGNATURE",
                     *             "reference": "text",
                     *             "scan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *             "sha256": "text"
                     *           },
                     *           "form": "GENERAL",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "in_force": true,
                     *           "purpose": "02",
                     *           "source": "IDENTITY",
                     *           "text_hash": "text",
                     *           "text_version": "text",
                     *           "valid_from": "2026-01-31T09:30:00Z",
                     *           "valid_until": "2026-01-31T09:30:00Z",
                     *           "withdrawn_at": "2026-01-31T09:30:00Z"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_ConsentView_"];
                };
            };
        };
    };
    grant_consents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "consents": [
                 *         {
                 *           "purpose": "02",
                 *           "source": "IDENTITY"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ConsentsBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "customer_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "evidence": {
                     *             "kind": "ELECTRONIC_SIGNATURE",
                     *             "reference": "text",
                     *             "scan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *             "sha256": "text"
                     *           },
                     *           "form": "GENERAL",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "in_force": true,
                     *           "purpose": "02",
                     *           "source": "IDENTITY",
                     *           "text_hash": "text",
                     *           "text_version": "text",
                     *           "valid_from": "2026-01-31T09:30:00Z",
                     *           "valid_until": "2026-01-31T09:30:00Z",
                     *           "withdrawn_at": "2026-01-31T09:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ConsentsView"];
                };
            };
        };
    };
    change_customer_details: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "card_number": "6209990000000000011",
                 *       "id_expires_on": "2035-01-31",
                 *       "id_issued_on": "2026-01-31",
                 *       "mobile": "13800001234"
                 *     }
                 */
                "application/json": components["schemas"]["DetailsBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "birth_year": 1,
                     *       "branch": "text",
                     *       "card_issuer": "text",
                     *       "card_number": "620999*********0011",
                     *       "card_state": "REGISTERED",
                     *       "card_warnings": [
                     *         "text"
                     *       ],
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "id_expires_on": "2026-01-31",
                     *       "identity_number": "9901************17",
                     *       "mobile": "138****1234",
                     *       "name": "张**",
                     *       "registered_at": "2026-01-31T09:30:00Z",
                     *       "sequence": 1,
                     *       "sex": "M"
                     *     }
                     */
                    "application/json": components["schemas"]["CustomerView"];
                };
            };
        };
    };
    list_reveals: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
            };
            header?: never;
            path: {
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "fields": [
                     *             "name"
                     *           ],
                     *           "purpose": "text",
                     *           "read_at": "2026-01-31T09:30:00Z",
                     *           "read_by": "text",
                     *           "task_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_RevealView_"];
                };
            };
        };
    };
    reveal_customer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "application_id": "5e0f4a1c-7d0b-4f0e-9d8e-2b1c0a9f8e7d",
                 *       "fields": [
                 *         "name"
                 *       ],
                 *       "purpose": "PHONE_VERIFICATION",
                 *       "task_id": "5e0f4a1c-7d0b-4f0e-9d8e-2b1c0a9f8e7d"
                 *     }
                 */
                "application/json": components["schemas"]["RevealBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "customer_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "shown_for_s": 1,
                     *       "values": {
                     *         "name": "text"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["RevealedView"];
                };
            };
        };
    };
    find_customer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "mobile": "13800001234"
                 *     }
                 */
                "application/json": components["schemas"]["MobileBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "customer_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *     }
                     */
                    "application/json": components["schemas"]["FoundView"];
                };
            };
        };
    };
    identify_customers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "ids": [
                 *         "5e0f4a1c-7d0b-4f0e-9d8e-2b1c0a9f8e7d"
                 *       ],
                 *       "purpose": "LOAN_APPROVAL"
                 *     }
                 */
                "application/json": components["schemas"]["IdentitiesBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "card": "text",
                     *           "card_token": "text",
                     *           "consents": [
                     *             {
                     *               "consent_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *               "purpose_code": "02",
                     *               "source": "IDENTITY",
                     *               "valid_from": "2026-01-31T09:30:00Z",
                     *               "valid_until": "2026-01-31T09:30:00Z"
                     *             }
                     *           ],
                     *           "customer_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "identity_number": "text",
                     *           "mobile": "text",
                     *           "name": "text",
                     *           "organisation_code": "text",
                     *           "payees": [
                     *             {
                     *               "account": "text",
                     *               "name": "text",
                     *               "registration": "text",
                     *               "token": "text"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["IdentitiesView"];
                };
            };
        };
    };
    list_masked_customers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "ids": [
                 *         "5e0f4a1c-7d0b-4f0e-9d8e-2b1c0a9f8e7d"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["IdsBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "birth_year": 1,
                     *           "branch": "text",
                     *           "card_issuer": "text",
                     *           "card_number": "620999*********0011",
                     *           "card_state": "REGISTERED",
                     *           "card_warnings": [
                     *             "text"
                     *           ],
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "id_expires_on": "2026-01-31",
                     *           "identity_number": "9901************17",
                     *           "mobile": "138****1234",
                     *           "name": "张**",
                     *           "registered_at": "2026-01-31T09:30:00Z",
                     *           "sequence": 1,
                     *           "sex": "M"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CustomersView"];
                };
            };
        };
    };
    save_draft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount_minor": 3000000,
                 *       "channel": "ONLINE",
                 *       "customer_id": "5e0f4a1c-7d0b-4f0e-9d8e-2b1c0a9f8e7d",
                 *       "form": {
                 *         "employment": "EMPLOYED",
                 *         "monthly_income_minor": 900000
                 *       },
                 *       "product_code": "PCL-ONLINE",
                 *       "purpose": "DECORATION",
                 *       "repayment_method": "EQUAL_INSTALMENT",
                 *       "reuse_documents": true,
                 *       "term_months": 12
                 *     }
                 */
                "application/json": components["schemas"]["ApplicationBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "application_no": "text",
                     *       "contract_status": "DRAFTED",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "sequence": 1,
                     *       "status": "DRAFT"
                     *     }
                     */
                    "application/json": components["schemas"]["ReceiptView"];
                };
            };
        };
    };
    list_own_applications: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "amount_minor": 5000000,
                     *           "application_no": "text",
                     *           "contract_status": "DRAFTED",
                     *           "created_at": "2026-01-31T09:30:00Z",
                     *           "decided_at": "2026-01-31T09:30:00Z",
                     *           "disbursed_at": "2026-01-31T09:30:00Z",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "offer_expires_at": "2026-01-31T09:30:00Z",
                     *           "product_code": "text",
                     *           "status": "DRAFT",
                     *           "submitted_at": "2026-01-31T09:30:00Z",
                     *           "term_months": 1
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_OwnApplicationLineView_"];
                };
            };
        };
    };
    submit_own_application: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount_minor": 3000000,
                 *       "form": {
                 *         "employment": "EMPLOYED",
                 *         "monthly_income_minor": 900000
                 *       },
                 *       "product_code": "PCL-ONLINE",
                 *       "purpose": "DECORATION",
                 *       "repayment_method": "EQUAL_INSTALMENT",
                 *       "reuse_documents": true,
                 *       "term_months": 12
                 *     }
                 */
                "application/json": components["schemas"]["OwnApplicationBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "application_no": "text",
                     *       "contract_status": "DRAFTED",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "sequence": 1,
                     *       "status": "DRAFT"
                     *     }
                     */
                    "application/json": components["schemas"]["ReceiptView"];
                };
            };
        };
    };
    get_own_application: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount_minor": 5000000,
                     *       "application_no": "AP202611237Q2M4K9T0ZBA",
                     *       "contract_status": "DRAFTED",
                     *       "created_at": "2026-01-31T09:30:00Z",
                     *       "decision": {
                     *         "amount_minor": 5000000,
                     *         "annual_rate": "0.072",
                     *         "automatic": true,
                     *         "decided_at": "2026-01-31T09:30:00Z",
                     *         "decided_by": "text",
                     *         "explanations": [
                     *           {
                     *             "code": "text",
                     *             "en": "text",
                     *             "zh": "text"
                     *           }
                     *         ],
                     *         "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "outcome": "APPROVED",
                     *         "reasons": [
                     *           {
                     *             "code": "R03",
                     *             "contribution": "text",
                     *             "detail": "text",
                     *             "limit": "text",
                     *             "value": "text"
                     *           }
                     *         ],
                     *         "term_months": 1
                     *       },
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "product_code": "text",
                     *       "purpose": "text",
                     *       "repayment_method": "EQUAL_INSTALMENT",
                     *       "sequence": 1,
                     *       "status": "DRAFT",
                     *       "submitted_at": "2026-01-31T09:30:00Z",
                     *       "supplement": {
                     *         "due_at": "2026-01-31T09:30:00Z",
                     *         "kinds": [
                     *           "ID_FRONT"
                     *         ],
                     *         "requested_at": "2026-01-31T09:30:00Z"
                     *       },
                     *       "term_months": 1
                     *     }
                     */
                    "application/json": components["schemas"]["OwnApplicationView"];
                };
            };
        };
    };
    get_own_contract: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "content": {},
                     *       "contract_no": "text",
                     *       "contract_status": "DRAFTED",
                     *       "hash": "text",
                     *       "signature": {
                     *         "contract_hash": "text",
                     *         "method": "ELECTRONIC",
                     *         "reference": "text",
                     *         "signed_at": "2026-01-31T09:30:00Z",
                     *         "signed_by": "text"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ContractView"];
                };
            };
        };
    };
    confirm_own_disclosure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "disclosure_hash": "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f",
                 *       "read_seconds": 15
                 *     }
                 */
                "application/json": components["schemas"]["DisclosureConfirmationBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "application_no": "text",
                     *       "contract_status": "DRAFTED",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "sequence": 1,
                     *       "status": "DRAFT"
                     *     }
                     */
                    "application/json": components["schemas"]["ReceiptView"];
                };
            };
        };
    };
    deliver_own_disclosure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "confirmable_at": "2026-01-31T09:30:00Z",
                     *       "delivered_at": "2026-01-31T09:30:00Z",
                     *       "disclosure": {
                     *         "annual_rate": "0.072",
                     *         "first_instalment_minor": 5000000,
                     *         "forced_read_seconds": 1,
                     *         "items": [
                     *           {
                     *             "amount_minor": 5000000,
                     *             "annualised_rate": "text",
                     *             "code": "text",
                     *             "contingent": true,
                     *             "name": "text",
                     *             "party": "text",
                     *             "standard": "text",
                     *             "timing": "text"
                     *           }
                     *         ],
                     *         "method": "text",
                     *         "principal_minor": 5000000,
                     *         "repayment_method": "EQUAL_INSTALMENT",
                     *         "statement": "text",
                     *         "term_months": 1,
                     *         "total_annual_rate": "0.072",
                     *         "total_annual_rate_effective": "0.072",
                     *         "total_cost_minor": 5000000,
                     *         "version": "text"
                     *       },
                     *       "disclosure_hash": "text",
                     *       "forced_read_seconds": 1
                     *     }
                     */
                    "application/json": components["schemas"]["DeliveryView"];
                };
            };
        };
    };
    list_own_documents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "from_application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "kind": "ID_FRONT",
                     *           "media_type": "application/pdf",
                     *           "sha256": "text",
                     *           "size_bytes": 1,
                     *           "uploaded_at": "2026-01-31T09:30:00Z",
                     *           "uploaded_by": "text"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DocumentsView"];
                };
            };
        };
    };
    attach_own_document: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description PDF, JPEG or PNG
                     */
                    file: string;
                    /** @enum {string} */
                    kind: "ID_FRONT" | "ID_BACK" | "INCOME_PROOF" | "BANK_STATEMENT" | "BUSINESS_LICENCE" | "TAX_RETURN" | "PURPOSE_PROOF" | "SIGNED_CONTRACT" | "FACE_PHOTO" | "SIGNED_DISCLOSURE" | "INTERVIEW" | "DUAL_RECORDING" | "SIGNATURE" | "DISCLOSURE" | "VALUATION" | "OTHER";
                };
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "from_application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "kind": "ID_FRONT",
                     *       "media_type": "application/pdf",
                     *       "sha256": "text",
                     *       "size_bytes": 1,
                     *       "uploaded_at": "2026-01-31T09:30:00Z",
                     *       "uploaded_by": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["DocumentView"];
                };
            };
        };
    };
    list_own_reusable_documents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "from_application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "kind": "ID_FRONT",
                     *           "media_type": "application/pdf",
                     *           "sha256": "text",
                     *           "size_bytes": 1,
                     *           "uploaded_at": "2026-01-31T09:30:00Z",
                     *           "uploaded_by": "text"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DocumentsView"];
                };
            };
        };
    };
    get_own_offer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "annual_rate": "0.072",
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "conditions": [
                     *         {
                     *           "checked_at": "2026-01-31T09:30:00Z",
                     *           "checked_by": "text",
                     *           "code": "text",
                     *           "evidence": "text",
                     *           "wording": "text"
                     *         }
                     *       ],
                     *       "confirmed_at": "2026-01-31T09:30:00Z",
                     *       "contract_hash": "text",
                     *       "contract_no": "text",
                     *       "contract_status": "DRAFTED",
                     *       "disclosure": {
                     *         "annual_rate": "0.072",
                     *         "first_instalment_minor": 5000000,
                     *         "forced_read_seconds": 1,
                     *         "items": [
                     *           {
                     *             "amount_minor": 5000000,
                     *             "annualised_rate": "text",
                     *             "code": "text",
                     *             "contingent": true,
                     *             "name": "text",
                     *             "party": "text",
                     *             "standard": "text",
                     *             "timing": "text"
                     *           }
                     *         ],
                     *         "method": "text",
                     *         "principal_minor": 5000000,
                     *         "repayment_method": "EQUAL_INSTALMENT",
                     *         "statement": "text",
                     *         "term_months": 1,
                     *         "total_annual_rate": "0.072",
                     *         "total_annual_rate_effective": "0.072",
                     *         "total_cost_minor": 5000000,
                     *         "version": "text"
                     *       },
                     *       "disclosure_hash": "text",
                     *       "expires_at": "2026-01-31T09:30:00Z",
                     *       "grace_days": 1,
                     *       "holiday_rule": "NONE",
                     *       "made_at": "2026-01-31T09:30:00Z",
                     *       "penalty_multiple": "0.072",
                     *       "principal_minor": 5000000,
                     *       "repayment_method": "EQUAL_INSTALMENT",
                     *       "signed_at": "2026-01-31T09:30:00Z",
                     *       "term_months": 1,
                     *       "total_annual_rate": "0.072"
                     *     }
                     */
                    "application/json": components["schemas"]["OfferView"];
                };
            };
        };
    };
    list_own_review_requests: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "answer_sha256": "text",
                     *           "answered_at": "2026-01-31T09:30:00Z",
                     *           "decision_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "due_at": "2026-01-31T09:30:00Z",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "kind": "EXPLANATION",
                     *           "requested_at": "2026-01-31T09:30:00Z",
                     *           "statement": "text",
                     *           "status": "OPEN"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ReviewsView"];
                };
            };
        };
    };
    request_own_review: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "EXPLANATION",
                 *       "statement": "逾期记录已于去年更正"
                 *     }
                 */
                "application/json": components["schemas"]["ReviewBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "answer_sha256": "text",
                     *       "answered_at": "2026-01-31T09:30:00Z",
                     *       "decision_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "due_at": "2026-01-31T09:30:00Z",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "kind": "EXPLANATION",
                     *       "requested_at": "2026-01-31T09:30:00Z",
                     *       "statement": "text",
                     *       "status": "OPEN"
                     *     }
                     */
                    "application/json": components["schemas"]["ReviewView"];
                };
            };
        };
    };
    sign_own_contract: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "contract_hash": "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f",
                 *       "reference": "sms:20261123-1"
                 *     }
                 */
                "application/json": components["schemas"]["OwnSignatureBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "application_no": "text",
                     *       "contract_status": "DRAFTED",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "sequence": 1,
                     *       "status": "DRAFT"
                     *     }
                     */
                    "application/json": components["schemas"]["ReceiptView"];
                };
            };
        };
    };
    submit_own_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reuse_documents": true
                 *     }
                 */
                "application/json": components["schemas"]["SubmissionBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "application_no": "text",
                     *       "contract_status": "DRAFTED",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "sequence": 1,
                     *       "status": "DRAFT"
                     *     }
                     */
                    "application/json": components["schemas"]["ReceiptView"];
                };
            };
        };
    };
    supplement_own_application: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["SupplementBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "application_no": "text",
                     *       "contract_status": "DRAFTED",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "sequence": 1,
                     *       "status": "DRAFT"
                     *     }
                     */
                    "application/json": components["schemas"]["ReceiptView"];
                };
            };
        };
    };
    withdraw_own_application: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "CHANGED_MIND"
                 *     }
                 */
                "application/json": components["schemas"]["WithdrawalBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "application_no": "text",
                     *       "contract_status": "DRAFTED",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "sequence": 1,
                     *       "status": "DRAFT"
                     *     }
                     */
                    "application/json": components["schemas"]["ReceiptView"];
                };
            };
        };
    };
    list_wordings: {
        parameters: {
            query?: {
                /** @description What the answer may be used for */
                purpose?: components["schemas"]["Purpose"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "form": "GENERAL",
                     *           "hash": "text",
                     *           "purpose": "02",
                     *           "source": "IDENTITY",
                     *           "text_version": "text",
                     *           "wording": "text"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_WordingView_"];
                };
            };
        };
    };
    list_own_consents: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "customer_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "evidence": {
                     *             "kind": "ELECTRONIC_SIGNATURE",
                     *             "reference": "text",
                     *             "scan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *             "sha256": "text"
                     *           },
                     *           "form": "GENERAL",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "in_force": true,
                     *           "purpose": "02",
                     *           "source": "IDENTITY",
                     *           "text_hash": "text",
                     *           "text_version": "text",
                     *           "valid_from": "2026-01-31T09:30:00Z",
                     *           "valid_until": "2026-01-31T09:30:00Z",
                     *           "withdrawn_at": "2026-01-31T09:30:00Z"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_ConsentView_"];
                };
            };
        };
    };
    grant_own_consents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "consents": [
                 *         {
                 *           "purpose": "02",
                 *           "source": "IDENTITY"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ConsentsBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "customer_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "evidence": {
                     *             "kind": "ELECTRONIC_SIGNATURE",
                     *             "reference": "text",
                     *             "scan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *             "sha256": "text"
                     *           },
                     *           "form": "GENERAL",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "in_force": true,
                     *           "purpose": "02",
                     *           "source": "IDENTITY",
                     *           "text_hash": "text",
                     *           "text_version": "text",
                     *           "valid_from": "2026-01-31T09:30:00Z",
                     *           "valid_until": "2026-01-31T09:30:00Z",
                     *           "withdrawn_at": "2026-01-31T09:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ConsentsView"];
                };
            };
        };
    };
    withdraw_own_consent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                consent_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "customer_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "evidence": {
                     *         "kind": "ELECTRONIC_SIGNATURE",
                     *         "reference": "text",
                     *         "scan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "sha256": "text"
                     *       },
                     *       "form": "GENERAL",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "in_force": true,
                     *       "purpose": "02",
                     *       "source": "IDENTITY",
                     *       "text_hash": "text",
                     *       "text_version": "text",
                     *       "valid_from": "2026-01-31T09:30:00Z",
                     *       "valid_until": "2026-01-31T09:30:00Z",
                     *       "withdrawn_at": "2026-01-31T09:30:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ConsentView"];
                };
            };
        };
    };
    save_own_draft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount_minor": 3000000,
                 *       "form": {
                 *         "employment": "EMPLOYED",
                 *         "monthly_income_minor": 900000
                 *       },
                 *       "product_code": "PCL-ONLINE",
                 *       "purpose": "DECORATION",
                 *       "repayment_method": "EQUAL_INSTALMENT",
                 *       "reuse_documents": true,
                 *       "term_months": 12
                 *     }
                 */
                "application/json": components["schemas"]["OwnApplicationBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "application_no": "text",
                     *       "contract_status": "DRAFTED",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "sequence": 1,
                     *       "status": "DRAFT"
                     *     }
                     */
                    "application/json": components["schemas"]["ReceiptView"];
                };
            };
        };
    };
    get_own_person: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "card_issuer": "text",
                     *       "card_number": "620999*********0011",
                     *       "card_state": "REGISTERED",
                     *       "id_expires_on": "2026-01-31",
                     *       "identity_number": "9901************17",
                     *       "mobile": "138****1234",
                     *       "name": "张**",
                     *       "registered_at": "2026-01-31T09:30:00Z",
                     *       "sequence": 1
                     *     }
                     */
                    "application/json": components["schemas"]["OwnPersonView"];
                };
            };
        };
    };
    register_own_person: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "card_number": "6209990000000000011",
                 *       "consents": [
                 *         {
                 *           "purpose": "02",
                 *           "source": "IDENTITY"
                 *         }
                 *       ],
                 *       "id_expires_on": "2035-01-31",
                 *       "id_issued_on": "2026-01-31",
                 *       "identity_number": "990101199003078017",
                 *       "name": "张示例"
                 *     }
                 */
                "application/json": components["schemas"]["OwnPersonBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "card_issuer": "text",
                     *       "card_number": "620999*********0011",
                     *       "card_state": "REGISTERED",
                     *       "id_expires_on": "2026-01-31",
                     *       "identity_number": "9901************17",
                     *       "mobile": "138****1234",
                     *       "name": "张**",
                     *       "registered_at": "2026-01-31T09:30:00Z",
                     *       "sequence": 1
                     *     }
                     */
                    "application/json": components["schemas"]["OwnPersonView"];
                };
            };
        };
    };
    list_offerings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "accepted_documents": [
                     *             "ID_FRONT"
                     *           ],
                     *           "code": "text",
                     *           "contingent_costs": [
                     *             {
                     *               "code": "CODE-1",
                     *               "name": "0.072",
                     *               "party": "0.072",
                     *               "standard": "0.072"
                     *             }
                     *           ],
                     *           "fees": [
                     *             {
                     *               "amount_minor": 1000000,
                     *               "code": "CODE-1",
                     *               "name": "0.072",
                     *               "party": "0.072",
                     *               "rate_of_principal": "0.072",
                     *               "timing": "EVERY_INSTALMENT"
                     *             }
                     *           ],
                     *           "form": {},
                     *           "grace_days": 1,
                     *           "lender": "text",
                     *           "max_amount_minor": 5000000,
                     *           "max_document_bytes": 1,
                     *           "max_term_months": 1,
                     *           "max_total_annual_rate": "0.072",
                     *           "methods": [
                     *             {
                     *               "balloon_share": "0.072",
                     *               "due_day": 1,
                     *               "every": {
                     *                 "count": 1,
                     *                 "unit": "MONTH"
                     *               },
                     *               "grace": {
                     *                 "interest_free_periods": 1,
                     *                 "interest_periods": 1,
                     *                 "principal_periods": 1
                     *               },
                     *               "max_term_months": 1,
                     *               "method": "EQUAL_INSTALMENT",
                     *               "own_schedule": true,
                     *               "stages": [
                     *                 {
                     *                   "method": "EQUAL_INSTALMENT",
                     *                   "periods": 1,
                     *                   "share": "0.072"
                     *                 }
                     *               ]
                     *             }
                     *           ],
                     *           "min_amount_minor": 5000000,
                     *           "min_term_months": 1,
                     *           "name_en": "text",
                     *           "name_zh": "text",
                     *           "optional_sources": [
                     *             "IDENTITY"
                     *           ],
                     *           "penalty_multiple": "0.072",
                     *           "purposes": {
                     *             "code": "text"
                     *           },
                     *           "required_documents": [
                     *             "ID_FRONT"
                     *           ],
                     *           "required_sources": [
                     *             "IDENTITY"
                     *           ],
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_OfferingView_"];
                };
            };
        };
    };
    get_offering: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted_documents": [
                     *         "ID_FRONT"
                     *       ],
                     *       "code": "text",
                     *       "contingent_costs": [
                     *         {
                     *           "code": "CODE-1",
                     *           "name": "0.072",
                     *           "party": "0.072",
                     *           "standard": "0.072"
                     *         }
                     *       ],
                     *       "fees": [
                     *         {
                     *           "amount_minor": 1000000,
                     *           "code": "CODE-1",
                     *           "name": "0.072",
                     *           "party": "0.072",
                     *           "rate_of_principal": "0.072",
                     *           "timing": "EVERY_INSTALMENT"
                     *         }
                     *       ],
                     *       "form": {},
                     *       "grace_days": 1,
                     *       "lender": "text",
                     *       "max_amount_minor": 5000000,
                     *       "max_document_bytes": 1,
                     *       "max_term_months": 1,
                     *       "max_total_annual_rate": "0.072",
                     *       "methods": [
                     *         {
                     *           "balloon_share": "0.072",
                     *           "due_day": 1,
                     *           "every": {
                     *             "count": 1,
                     *             "unit": "MONTH"
                     *           },
                     *           "grace": {
                     *             "interest_free_periods": 1,
                     *             "interest_periods": 1,
                     *             "principal_periods": 1
                     *           },
                     *           "max_term_months": 1,
                     *           "method": "EQUAL_INSTALMENT",
                     *           "own_schedule": true,
                     *           "stages": [
                     *             {
                     *               "method": "EQUAL_INSTALMENT",
                     *               "periods": 1,
                     *               "share": "0.072"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "min_amount_minor": 5000000,
                     *       "min_term_months": 1,
                     *       "name_en": "text",
                     *       "name_zh": "text",
                     *       "optional_sources": [
                     *         "IDENTITY"
                     *       ],
                     *       "penalty_multiple": "0.072",
                     *       "purposes": {
                     *         "code": "text"
                     *       },
                     *       "required_documents": [
                     *         "ID_FRONT"
                     *       ],
                     *       "required_sources": [
                     *         "IDENTITY"
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["OfferingView"];
                };
            };
        };
    };
    welcome_newcomer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "mobile": "13800001234"
                 *     }
                 */
                "application/json": components["schemas"]["NewcomerBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "customer_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *     }
                     */
                    "application/json": components["schemas"]["FoundView"];
                };
            };
        };
    };
    enter_partner_application: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount_minor": 3000000,
                 *       "applicant": {
                 *         "branch": "310000-01",
                 *         "card_number": "6209990000000000011",
                 *         "consents": [
                 *           {
                 *             "purpose": "02",
                 *             "source": "IDENTITY"
                 *           }
                 *         ],
                 *         "id_expires_on": "2035-01-31",
                 *         "id_issued_on": "2026-01-31",
                 *         "identity_number": "990101199003078017",
                 *         "mobile": "13800001234",
                 *         "name": "张示例"
                 *       },
                 *       "application_id": "5e0f4a1c-7d0b-4f0e-9d8e-2b1c0a9f8e7d",
                 *       "documents": [
                 *         {
                 *           "content": "JVBERi0xLjcK",
                 *           "kind": "ID_FRONT"
                 *         }
                 *       ],
                 *       "form": {
                 *         "employment": "EMPLOYED",
                 *         "monthly_income_minor": 900000
                 *       },
                 *       "partner_id": "5e0f4a1c-7d0b-4f0e-9d8e-2b1c0a9f8e7d",
                 *       "product_code": "PCL-ONLINE",
                 *       "purpose": "DECORATION",
                 *       "repayment_method": "EQUAL_INSTALMENT",
                 *       "reuse_documents": true,
                 *       "term_months": 12
                 *     }
                 */
                "application/json": components["schemas"]["PartnerApplicationBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "application_no": "text",
                     *       "contract_status": "DRAFTED",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "sequence": 1,
                     *       "status": "DRAFT"
                     *     }
                     */
                    "application/json": components["schemas"]["ReceiptView"];
                };
            };
        };
    };
    attach_partner_document: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "content": "JVBERi0xLjcK",
                 *       "kind": "ID_FRONT",
                 *       "partner_id": "5e0f4a1c-7d0b-4f0e-9d8e-2b1c0a9f8e7d"
                 *     }
                 */
                "application/json": components["schemas"]["PartnerPaperBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "from_application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "kind": "ID_FRONT",
                     *       "media_type": "application/pdf",
                     *       "sha256": "text",
                     *       "size_bytes": 1,
                     *       "uploaded_at": "2026-01-31T09:30:00Z",
                     *       "uploaded_by": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["DocumentView"];
                };
            };
        };
    };
    complete_partner_supplement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "partner_id": "5e0f4a1c-7d0b-4f0e-9d8e-2b1c0a9f8e7d"
                 *     }
                 */
                "application/json": components["schemas"]["PartnerSupplementBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "application_no": "text",
                     *       "contract_status": "DRAFTED",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "sequence": 1,
                     *       "status": "DRAFT"
                     *     }
                     */
                    "application/json": components["schemas"]["ReceiptView"];
                };
            };
        };
    };
    withdraw_partner_application: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "partner_id": "5e0f4a1c-7d0b-4f0e-9d8e-2b1c0a9f8e7d",
                 *       "reason": "CHANGED_MIND"
                 *     }
                 */
                "application/json": components["schemas"]["PartnerWithdrawalBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "application_no": "text",
                     *       "contract_status": "DRAFTED",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "sequence": 1,
                     *       "status": "DRAFT"
                     *     }
                     */
                    "application/json": components["schemas"]["ReceiptView"];
                };
            };
        };
    };
    check_known: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "identity_number": "990101199003078017",
                 *       "mobile": "13800001234",
                 *       "partner_id": "5e0f4a1c-7d0b-4f0e-9d8e-2b1c0a9f8e7d"
                 *     }
                 */
                "application/json": components["schemas"]["KnownBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "hit": true
                     *     }
                     */
                    "application/json": components["schemas"]["KnownView"];
                };
            };
        };
    };
    list_product_proposals: {
        parameters: {
            query?: {
                code?: string | null;
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
                status?: components["schemas"]["ProposalStatus"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "decided_at": "2026-01-31T09:30:00Z",
                     *           "decided_by": "text",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "product": {
                     *             "accepted_documents": [
                     *               "ID_FRONT"
                     *             ],
                     *             "auto_authority_minor": 1000000,
                     *             "channel": "ONLINE",
                     *             "code": "CODE-1",
                     *             "committee_over_minor": 1000000,
                     *             "conditions_precedent": {},
                     *             "contingent_costs": [
                     *               {
                     *                 "code": "CODE-1",
                     *                 "name": "0.072",
                     *                 "party": "0.072",
                     *                 "standard": "0.072"
                     *               }
                     *             ],
                     *             "contract_template": "0.072",
                     *             "credit_line": {
                     *               "least_draw_minor": 1000000
                     *             },
                     *             "currency": "CNY",
                     *             "customer_type": "PERSONAL",
                     *             "day_count": "ACT/360",
                     *             "fees": [
                     *               {
                     *                 "amount_minor": 1000000,
                     *                 "code": "CODE-1",
                     *                 "name": "0.072",
                     *                 "party": "0.072",
                     *                 "rate_of_principal": "0.072",
                     *                 "timing": "EVERY_INSTALMENT"
                     *               }
                     *             ],
                     *             "floating": {
                     *               "ceiling": "0.072",
                     *               "cycle_months": 1,
                     *               "floor": "0.072",
                     *               "reprice": "ANNIVERSARY",
                     *               "tenor": "1Y"
                     *             },
                     *             "forced_read_seconds": 1,
                     *             "form": {},
                     *             "grace_days": 1,
                     *             "holiday_rule": "NONE",
                     *             "lender": "0.072",
                     *             "long_cash_flow_cycle": true,
                     *             "max_age": 18,
                     *             "max_amount_minor": 1000000,
                     *             "max_document_bytes": 1,
                     *             "max_term_months": 1,
                     *             "max_total_annual_rate": "0.072",
                     *             "methods": [
                     *               {
                     *                 "balloon_share": "0.072",
                     *                 "due_day": 1,
                     *                 "every": {
                     *                   "count": 1,
                     *                   "unit": "MONTH"
                     *                 },
                     *                 "grace": {
                     *                   "interest_free_periods": 1,
                     *                   "interest_periods": 1,
                     *                   "principal_periods": 1
                     *                 },
                     *                 "max_term_months": 1,
                     *                 "method": "EQUAL_INSTALMENT",
                     *                 "own_schedule": true,
                     *                 "stages": [
                     *                   {
                     *                     "method": "EQUAL_INSTALMENT",
                     *                     "periods": 1,
                     *                     "share": "0.072"
                     *                   }
                     *                 ]
                     *               }
                     *             ],
                     *             "min_age": 18,
                     *             "min_amount_minor": 1000000,
                     *             "min_term_months": 1,
                     *             "misuse_multiple": "0.072",
                     *             "name_en": "0.072",
                     *             "name_zh": "0.072",
                     *             "notes": {},
                     *             "offer_valid_days": 1,
                     *             "optional_sources": [
                     *               "IDENTITY"
                     *             ],
                     *             "penalty_multiple": "0.072",
                     *             "prepayment": {
                     *               "allowed_after_months": 1,
                     *               "fees": [
                     *                 {
                     *                   "before_months": 1,
                     *                   "rate": "0.072"
                     *                 }
                     *               ],
                     *               "interest": "SLICE",
                     *               "least_minor": 1000000
                     *             },
                     *             "process_code": "0.072",
                     *             "purposes": {
                     *               "DECORATION": "装修"
                     *             },
                     *             "rate_steps": [
                     *               {
                     *                 "added_rate": "0.072",
                     *                 "after_months": 1
                     *               }
                     *             ],
                     *             "reporting": {},
                     *             "required_documents": [
                     *               "ID_FRONT"
                     *             ],
                     *             "required_sources": [
                     *               "IDENTITY"
                     *             ],
                     *             "secured": "CREDIT",
                     *             "valid_from": "2026-01-31",
                     *             "valid_to": "2026-01-31",
                     *             "version": 1
                     *           },
                     *           "proposed_at": "2026-01-31T09:30:00Z",
                     *           "proposed_by": "text",
                     *           "reason": "text",
                     *           "status": "PROPOSED"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_ProposalView_"];
                };
            };
        };
    };
    get_product_proposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposal_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "product": {
                     *         "accepted_documents": [
                     *           "ID_FRONT"
                     *         ],
                     *         "auto_authority_minor": 1000000,
                     *         "channel": "ONLINE",
                     *         "code": "CODE-1",
                     *         "committee_over_minor": 1000000,
                     *         "conditions_precedent": {},
                     *         "contingent_costs": [
                     *           {
                     *             "code": "CODE-1",
                     *             "name": "0.072",
                     *             "party": "0.072",
                     *             "standard": "0.072"
                     *           }
                     *         ],
                     *         "contract_template": "0.072",
                     *         "credit_line": {
                     *           "least_draw_minor": 1000000
                     *         },
                     *         "currency": "CNY",
                     *         "customer_type": "PERSONAL",
                     *         "day_count": "ACT/360",
                     *         "fees": [
                     *           {
                     *             "amount_minor": 1000000,
                     *             "code": "CODE-1",
                     *             "name": "0.072",
                     *             "party": "0.072",
                     *             "rate_of_principal": "0.072",
                     *             "timing": "EVERY_INSTALMENT"
                     *           }
                     *         ],
                     *         "floating": {
                     *           "ceiling": "0.072",
                     *           "cycle_months": 1,
                     *           "floor": "0.072",
                     *           "reprice": "ANNIVERSARY",
                     *           "tenor": "1Y"
                     *         },
                     *         "forced_read_seconds": 1,
                     *         "form": {},
                     *         "grace_days": 1,
                     *         "holiday_rule": "NONE",
                     *         "lender": "0.072",
                     *         "long_cash_flow_cycle": true,
                     *         "max_age": 18,
                     *         "max_amount_minor": 1000000,
                     *         "max_document_bytes": 1,
                     *         "max_term_months": 1,
                     *         "max_total_annual_rate": "0.072",
                     *         "methods": [
                     *           {
                     *             "balloon_share": "0.072",
                     *             "due_day": 1,
                     *             "every": {
                     *               "count": 1,
                     *               "unit": "MONTH"
                     *             },
                     *             "grace": {
                     *               "interest_free_periods": 1,
                     *               "interest_periods": 1,
                     *               "principal_periods": 1
                     *             },
                     *             "max_term_months": 1,
                     *             "method": "EQUAL_INSTALMENT",
                     *             "own_schedule": true,
                     *             "stages": [
                     *               {
                     *                 "method": "EQUAL_INSTALMENT",
                     *                 "periods": 1,
                     *                 "share": "0.072"
                     *               }
                     *             ]
                     *           }
                     *         ],
                     *         "min_age": 18,
                     *         "min_amount_minor": 1000000,
                     *         "min_term_months": 1,
                     *         "misuse_multiple": "0.072",
                     *         "name_en": "0.072",
                     *         "name_zh": "0.072",
                     *         "notes": {},
                     *         "offer_valid_days": 1,
                     *         "optional_sources": [
                     *           "IDENTITY"
                     *         ],
                     *         "penalty_multiple": "0.072",
                     *         "prepayment": {
                     *           "allowed_after_months": 1,
                     *           "fees": [
                     *             {
                     *               "before_months": 1,
                     *               "rate": "0.072"
                     *             }
                     *           ],
                     *           "interest": "SLICE",
                     *           "least_minor": 1000000
                     *         },
                     *         "process_code": "0.072",
                     *         "purposes": {
                     *           "DECORATION": "装修"
                     *         },
                     *         "rate_steps": [
                     *           {
                     *             "added_rate": "0.072",
                     *             "after_months": 1
                     *           }
                     *         ],
                     *         "reporting": {},
                     *         "required_documents": [
                     *           "ID_FRONT"
                     *         ],
                     *         "required_sources": [
                     *           "IDENTITY"
                     *         ],
                     *         "secured": "CREDIT",
                     *         "valid_from": "2026-01-31",
                     *         "valid_to": "2026-01-31",
                     *         "version": 1
                     *       },
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "reason": "text",
                     *       "status": "PROPOSED"
                     *     }
                     */
                    "application/json": components["schemas"]["ProposalView"];
                };
            };
        };
    };
    approve_product: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Within the limits agreed for spring"
                 *     }
                 */
                "application/json": components["schemas"]["ProposalDecisionBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "product": {
                     *         "accepted_documents": [
                     *           "ID_FRONT"
                     *         ],
                     *         "auto_authority_minor": 1000000,
                     *         "channel": "ONLINE",
                     *         "code": "CODE-1",
                     *         "committee_over_minor": 1000000,
                     *         "conditions_precedent": {},
                     *         "contingent_costs": [
                     *           {
                     *             "code": "CODE-1",
                     *             "name": "0.072",
                     *             "party": "0.072",
                     *             "standard": "0.072"
                     *           }
                     *         ],
                     *         "contract_template": "0.072",
                     *         "credit_line": {
                     *           "least_draw_minor": 1000000
                     *         },
                     *         "currency": "CNY",
                     *         "customer_type": "PERSONAL",
                     *         "day_count": "ACT/360",
                     *         "fees": [
                     *           {
                     *             "amount_minor": 1000000,
                     *             "code": "CODE-1",
                     *             "name": "0.072",
                     *             "party": "0.072",
                     *             "rate_of_principal": "0.072",
                     *             "timing": "EVERY_INSTALMENT"
                     *           }
                     *         ],
                     *         "floating": {
                     *           "ceiling": "0.072",
                     *           "cycle_months": 1,
                     *           "floor": "0.072",
                     *           "reprice": "ANNIVERSARY",
                     *           "tenor": "1Y"
                     *         },
                     *         "forced_read_seconds": 1,
                     *         "form": {},
                     *         "grace_days": 1,
                     *         "holiday_rule": "NONE",
                     *         "lender": "0.072",
                     *         "long_cash_flow_cycle": true,
                     *         "max_age": 18,
                     *         "max_amount_minor": 1000000,
                     *         "max_document_bytes": 1,
                     *         "max_term_months": 1,
                     *         "max_total_annual_rate": "0.072",
                     *         "methods": [
                     *           {
                     *             "balloon_share": "0.072",
                     *             "due_day": 1,
                     *             "every": {
                     *               "count": 1,
                     *               "unit": "MONTH"
                     *             },
                     *             "grace": {
                     *               "interest_free_periods": 1,
                     *               "interest_periods": 1,
                     *               "principal_periods": 1
                     *             },
                     *             "max_term_months": 1,
                     *             "method": "EQUAL_INSTALMENT",
                     *             "own_schedule": true,
                     *             "stages": [
                     *               {
                     *                 "method": "EQUAL_INSTALMENT",
                     *                 "periods": 1,
                     *                 "share": "0.072"
                     *               }
                     *             ]
                     *           }
                     *         ],
                     *         "min_age": 18,
                     *         "min_amount_minor": 1000000,
                     *         "min_term_months": 1,
                     *         "misuse_multiple": "0.072",
                     *         "name_en": "0.072",
                     *         "name_zh": "0.072",
                     *         "notes": {},
                     *         "offer_valid_days": 1,
                     *         "optional_sources": [
                     *           "IDENTITY"
                     *         ],
                     *         "penalty_multiple": "0.072",
                     *         "prepayment": {
                     *           "allowed_after_months": 1,
                     *           "fees": [
                     *             {
                     *               "before_months": 1,
                     *               "rate": "0.072"
                     *             }
                     *           ],
                     *           "interest": "SLICE",
                     *           "least_minor": 1000000
                     *         },
                     *         "process_code": "0.072",
                     *         "purposes": {
                     *           "DECORATION": "装修"
                     *         },
                     *         "rate_steps": [
                     *           {
                     *             "added_rate": "0.072",
                     *             "after_months": 1
                     *           }
                     *         ],
                     *         "reporting": {},
                     *         "required_documents": [
                     *           "ID_FRONT"
                     *         ],
                     *         "required_sources": [
                     *           "IDENTITY"
                     *         ],
                     *         "secured": "CREDIT",
                     *         "valid_from": "2026-01-31",
                     *         "valid_to": "2026-01-31",
                     *         "version": 1
                     *       },
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "reason": "text",
                     *       "status": "PROPOSED"
                     *     }
                     */
                    "application/json": components["schemas"]["ProposalView"];
                };
            };
        };
    };
    reject_product: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Within the limits agreed for spring"
                 *     }
                 */
                "application/json": components["schemas"]["ProposalDecisionBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "product": {
                     *         "accepted_documents": [
                     *           "ID_FRONT"
                     *         ],
                     *         "auto_authority_minor": 1000000,
                     *         "channel": "ONLINE",
                     *         "code": "CODE-1",
                     *         "committee_over_minor": 1000000,
                     *         "conditions_precedent": {},
                     *         "contingent_costs": [
                     *           {
                     *             "code": "CODE-1",
                     *             "name": "0.072",
                     *             "party": "0.072",
                     *             "standard": "0.072"
                     *           }
                     *         ],
                     *         "contract_template": "0.072",
                     *         "credit_line": {
                     *           "least_draw_minor": 1000000
                     *         },
                     *         "currency": "CNY",
                     *         "customer_type": "PERSONAL",
                     *         "day_count": "ACT/360",
                     *         "fees": [
                     *           {
                     *             "amount_minor": 1000000,
                     *             "code": "CODE-1",
                     *             "name": "0.072",
                     *             "party": "0.072",
                     *             "rate_of_principal": "0.072",
                     *             "timing": "EVERY_INSTALMENT"
                     *           }
                     *         ],
                     *         "floating": {
                     *           "ceiling": "0.072",
                     *           "cycle_months": 1,
                     *           "floor": "0.072",
                     *           "reprice": "ANNIVERSARY",
                     *           "tenor": "1Y"
                     *         },
                     *         "forced_read_seconds": 1,
                     *         "form": {},
                     *         "grace_days": 1,
                     *         "holiday_rule": "NONE",
                     *         "lender": "0.072",
                     *         "long_cash_flow_cycle": true,
                     *         "max_age": 18,
                     *         "max_amount_minor": 1000000,
                     *         "max_document_bytes": 1,
                     *         "max_term_months": 1,
                     *         "max_total_annual_rate": "0.072",
                     *         "methods": [
                     *           {
                     *             "balloon_share": "0.072",
                     *             "due_day": 1,
                     *             "every": {
                     *               "count": 1,
                     *               "unit": "MONTH"
                     *             },
                     *             "grace": {
                     *               "interest_free_periods": 1,
                     *               "interest_periods": 1,
                     *               "principal_periods": 1
                     *             },
                     *             "max_term_months": 1,
                     *             "method": "EQUAL_INSTALMENT",
                     *             "own_schedule": true,
                     *             "stages": [
                     *               {
                     *                 "method": "EQUAL_INSTALMENT",
                     *                 "periods": 1,
                     *                 "share": "0.072"
                     *               }
                     *             ]
                     *           }
                     *         ],
                     *         "min_age": 18,
                     *         "min_amount_minor": 1000000,
                     *         "min_term_months": 1,
                     *         "misuse_multiple": "0.072",
                     *         "name_en": "0.072",
                     *         "name_zh": "0.072",
                     *         "notes": {},
                     *         "offer_valid_days": 1,
                     *         "optional_sources": [
                     *           "IDENTITY"
                     *         ],
                     *         "penalty_multiple": "0.072",
                     *         "prepayment": {
                     *           "allowed_after_months": 1,
                     *           "fees": [
                     *             {
                     *               "before_months": 1,
                     *               "rate": "0.072"
                     *             }
                     *           ],
                     *           "interest": "SLICE",
                     *           "least_minor": 1000000
                     *         },
                     *         "process_code": "0.072",
                     *         "purposes": {
                     *           "DECORATION": "装修"
                     *         },
                     *         "rate_steps": [
                     *           {
                     *             "added_rate": "0.072",
                     *             "after_months": 1
                     *           }
                     *         ],
                     *         "reporting": {},
                     *         "required_documents": [
                     *           "ID_FRONT"
                     *         ],
                     *         "required_sources": [
                     *           "IDENTITY"
                     *         ],
                     *         "secured": "CREDIT",
                     *         "valid_from": "2026-01-31",
                     *         "valid_to": "2026-01-31",
                     *         "version": 1
                     *       },
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "reason": "text",
                     *       "status": "PROPOSED"
                     *     }
                     */
                    "application/json": components["schemas"]["ProposalView"];
                };
            };
        };
    };
    withdraw_product: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Within the limits agreed for spring"
                 *     }
                 */
                "application/json": components["schemas"]["ProposalDecisionBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "product": {
                     *         "accepted_documents": [
                     *           "ID_FRONT"
                     *         ],
                     *         "auto_authority_minor": 1000000,
                     *         "channel": "ONLINE",
                     *         "code": "CODE-1",
                     *         "committee_over_minor": 1000000,
                     *         "conditions_precedent": {},
                     *         "contingent_costs": [
                     *           {
                     *             "code": "CODE-1",
                     *             "name": "0.072",
                     *             "party": "0.072",
                     *             "standard": "0.072"
                     *           }
                     *         ],
                     *         "contract_template": "0.072",
                     *         "credit_line": {
                     *           "least_draw_minor": 1000000
                     *         },
                     *         "currency": "CNY",
                     *         "customer_type": "PERSONAL",
                     *         "day_count": "ACT/360",
                     *         "fees": [
                     *           {
                     *             "amount_minor": 1000000,
                     *             "code": "CODE-1",
                     *             "name": "0.072",
                     *             "party": "0.072",
                     *             "rate_of_principal": "0.072",
                     *             "timing": "EVERY_INSTALMENT"
                     *           }
                     *         ],
                     *         "floating": {
                     *           "ceiling": "0.072",
                     *           "cycle_months": 1,
                     *           "floor": "0.072",
                     *           "reprice": "ANNIVERSARY",
                     *           "tenor": "1Y"
                     *         },
                     *         "forced_read_seconds": 1,
                     *         "form": {},
                     *         "grace_days": 1,
                     *         "holiday_rule": "NONE",
                     *         "lender": "0.072",
                     *         "long_cash_flow_cycle": true,
                     *         "max_age": 18,
                     *         "max_amount_minor": 1000000,
                     *         "max_document_bytes": 1,
                     *         "max_term_months": 1,
                     *         "max_total_annual_rate": "0.072",
                     *         "methods": [
                     *           {
                     *             "balloon_share": "0.072",
                     *             "due_day": 1,
                     *             "every": {
                     *               "count": 1,
                     *               "unit": "MONTH"
                     *             },
                     *             "grace": {
                     *               "interest_free_periods": 1,
                     *               "interest_periods": 1,
                     *               "principal_periods": 1
                     *             },
                     *             "max_term_months": 1,
                     *             "method": "EQUAL_INSTALMENT",
                     *             "own_schedule": true,
                     *             "stages": [
                     *               {
                     *                 "method": "EQUAL_INSTALMENT",
                     *                 "periods": 1,
                     *                 "share": "0.072"
                     *               }
                     *             ]
                     *           }
                     *         ],
                     *         "min_age": 18,
                     *         "min_amount_minor": 1000000,
                     *         "min_term_months": 1,
                     *         "misuse_multiple": "0.072",
                     *         "name_en": "0.072",
                     *         "name_zh": "0.072",
                     *         "notes": {},
                     *         "offer_valid_days": 1,
                     *         "optional_sources": [
                     *           "IDENTITY"
                     *         ],
                     *         "penalty_multiple": "0.072",
                     *         "prepayment": {
                     *           "allowed_after_months": 1,
                     *           "fees": [
                     *             {
                     *               "before_months": 1,
                     *               "rate": "0.072"
                     *             }
                     *           ],
                     *           "interest": "SLICE",
                     *           "least_minor": 1000000
                     *         },
                     *         "process_code": "0.072",
                     *         "purposes": {
                     *           "DECORATION": "装修"
                     *         },
                     *         "rate_steps": [
                     *           {
                     *             "added_rate": "0.072",
                     *             "after_months": 1
                     *           }
                     *         ],
                     *         "reporting": {},
                     *         "required_documents": [
                     *           "ID_FRONT"
                     *         ],
                     *         "required_sources": [
                     *           "IDENTITY"
                     *         ],
                     *         "secured": "CREDIT",
                     *         "valid_from": "2026-01-31",
                     *         "valid_to": "2026-01-31",
                     *         "version": 1
                     *       },
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "reason": "text",
                     *       "status": "PROPOSED"
                     *     }
                     */
                    "application/json": components["schemas"]["ProposalView"];
                };
            };
        };
    };
    list_products: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "channel": "ONLINE",
                     *           "code": "text",
                     *           "customer_type": "PERSONAL",
                     *           "max_amount_minor": 5000000,
                     *           "max_term_months": 1,
                     *           "min_amount_minor": 5000000,
                     *           "min_term_months": 1,
                     *           "name_en": "text",
                     *           "name_zh": "text",
                     *           "valid_from": "2026-01-31",
                     *           "valid_to": "2026-01-31",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_ProductLineView_"];
                };
            };
        };
    };
    propose_product: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "accepted_documents": [
                 *         "ID_FRONT",
                 *         "ID_BACK",
                 *         "INCOME_PROOF",
                 *         "BANK_STATEMENT",
                 *         "PURPOSE_PROOF",
                 *         "OTHER"
                 *       ],
                 *       "auto_authority_minor": 20000000,
                 *       "channel": "ONLINE",
                 *       "code": "PCL-NEW",
                 *       "committee_over_minor": 50000000,
                 *       "contract_template": "personal-credit-2026-08",
                 *       "customer_type": "PERSONAL",
                 *       "day_count": "ACT/360",
                 *       "forced_read_seconds": 0,
                 *       "form": {
                 *         "$schema": "https://json-schema.org/draft/2020-12/schema",
                 *         "additionalProperties": false,
                 *         "properties": {
                 *           "dependents": {
                 *             "maximum": 30,
                 *             "minimum": 0,
                 *             "title": "供养人数",
                 *             "type": [
                 *               "integer",
                 *               "null"
                 *             ]
                 *           },
                 *           "employment": {
                 *             "enum": [
                 *               "EMPLOYED",
                 *               "SELF_EMPLOYED",
                 *               "FREELANCE",
                 *               "RETIRED",
                 *               "OTHER"
                 *             ],
                 *             "title": "就业状况"
                 *           },
                 *           "monthly_expense_minor": {
                 *             "maximum": 100000000000,
                 *             "minimum": 0,
                 *             "title": "月支出（分），不含还贷",
                 *             "type": [
                 *               "integer",
                 *               "null"
                 *             ]
                 *           },
                 *           "monthly_income_minor": {
                 *             "maximum": 100000000000,
                 *             "minimum": 0,
                 *             "title": "月收入（分）",
                 *             "type": [
                 *               "integer",
                 *               "null"
                 *             ]
                 *           }
                 *         },
                 *         "title": "个人信用贷申请",
                 *         "type": "object"
                 *       },
                 *       "grace_days": 3,
                 *       "lender": "信流示范银行",
                 *       "max_age": 110,
                 *       "max_amount_minor": 20000000,
                 *       "max_document_bytes": 10485760,
                 *       "max_term_months": 36,
                 *       "max_total_annual_rate": "0.24",
                 *       "methods": [
                 *         {
                 *           "method": "EQUAL_INSTALMENT"
                 *         },
                 *         {
                 *           "max_term_months": 12,
                 *           "method": "INTEREST_FIRST"
                 *         }
                 *       ],
                 *       "min_age": 18,
                 *       "min_amount_minor": 500000,
                 *       "min_term_months": 3,
                 *       "misuse_multiple": "2",
                 *       "name_en": "Personal credit, online",
                 *       "name_zh": "个人信用贷（线上）",
                 *       "notes": {
                 *         "auto_authority_minor": "The whole range: decided without a person unless a review trigger fires",
                 *         "max_age": "Set wide so that the replayed public data set, whose borrowers are up to 109 years old, is not cut short by a form rule",
                 *         "max_amount_minor": "20万 per borrower for online personal consumption credit (domain.md R-2.5a)",
                 *         "max_total_annual_rate": "24 % line for bank internet-assisted loans (domain.md 2.6, cap.bank_assisted)",
                 *         "methods": "Bullet repayment of online consumption credit at most one year (R-2.5a)",
                 *         "min_age": "Full capacity to act is reached at 18; the narrower market habit of 22 to 60 is left to risk policy",
                 *         "misuse_multiple": "Within 1.50 to 2.00 (R-3.12)",
                 *         "optional_sources": "Who has no record of contributions is not sent to a person for it: risk policy lends less without proven income",
                 *         "penalty_multiple": "Within 1.30 to 1.50 (R-3.12)"
                 *       },
                 *       "offer_valid_days": 7,
                 *       "optional_sources": [
                 *         "SOCIAL_INSURANCE"
                 *       ],
                 *       "penalty_multiple": "1.5",
                 *       "process_code": "personal-credit",
                 *       "purposes": {
                 *         "APPLIANCES": "家电家具",
                 *         "DECORATION": "装修",
                 *         "EDUCATION": "教育",
                 *         "MEDICAL": "医疗",
                 *         "TRAVEL": "旅游",
                 *         "WEDDING": "婚庆"
                 *       },
                 *       "reporting": {
                 *         "classification": "RETAIL",
                 *         "east_business_type": "消费贷款",
                 *         "g11_row": "2.21.4",
                 *         "pboc_business_type": "91"
                 *       },
                 *       "required_documents": [],
                 *       "required_sources": [
                 *         "IDENTITY",
                 *         "TELECOM",
                 *         "CREDIT_BUREAU",
                 *         "COURT"
                 *       ],
                 *       "secured": "CREDIT",
                 *       "valid_from": "2099-01-01",
                 *       "version": 1
                 *     }
                 */
                "application/json": components["schemas"]["ProductBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "product": {
                     *         "accepted_documents": [
                     *           "ID_FRONT"
                     *         ],
                     *         "auto_authority_minor": 1000000,
                     *         "channel": "ONLINE",
                     *         "code": "CODE-1",
                     *         "committee_over_minor": 1000000,
                     *         "conditions_precedent": {},
                     *         "contingent_costs": [
                     *           {
                     *             "code": "CODE-1",
                     *             "name": "0.072",
                     *             "party": "0.072",
                     *             "standard": "0.072"
                     *           }
                     *         ],
                     *         "contract_template": "0.072",
                     *         "credit_line": {
                     *           "least_draw_minor": 1000000
                     *         },
                     *         "currency": "CNY",
                     *         "customer_type": "PERSONAL",
                     *         "day_count": "ACT/360",
                     *         "fees": [
                     *           {
                     *             "amount_minor": 1000000,
                     *             "code": "CODE-1",
                     *             "name": "0.072",
                     *             "party": "0.072",
                     *             "rate_of_principal": "0.072",
                     *             "timing": "EVERY_INSTALMENT"
                     *           }
                     *         ],
                     *         "floating": {
                     *           "ceiling": "0.072",
                     *           "cycle_months": 1,
                     *           "floor": "0.072",
                     *           "reprice": "ANNIVERSARY",
                     *           "tenor": "1Y"
                     *         },
                     *         "forced_read_seconds": 1,
                     *         "form": {},
                     *         "grace_days": 1,
                     *         "holiday_rule": "NONE",
                     *         "lender": "0.072",
                     *         "long_cash_flow_cycle": true,
                     *         "max_age": 18,
                     *         "max_amount_minor": 1000000,
                     *         "max_document_bytes": 1,
                     *         "max_term_months": 1,
                     *         "max_total_annual_rate": "0.072",
                     *         "methods": [
                     *           {
                     *             "balloon_share": "0.072",
                     *             "due_day": 1,
                     *             "every": {
                     *               "count": 1,
                     *               "unit": "MONTH"
                     *             },
                     *             "grace": {
                     *               "interest_free_periods": 1,
                     *               "interest_periods": 1,
                     *               "principal_periods": 1
                     *             },
                     *             "max_term_months": 1,
                     *             "method": "EQUAL_INSTALMENT",
                     *             "own_schedule": true,
                     *             "stages": [
                     *               {
                     *                 "method": "EQUAL_INSTALMENT",
                     *                 "periods": 1,
                     *                 "share": "0.072"
                     *               }
                     *             ]
                     *           }
                     *         ],
                     *         "min_age": 18,
                     *         "min_amount_minor": 1000000,
                     *         "min_term_months": 1,
                     *         "misuse_multiple": "0.072",
                     *         "name_en": "0.072",
                     *         "name_zh": "0.072",
                     *         "notes": {},
                     *         "offer_valid_days": 1,
                     *         "optional_sources": [
                     *           "IDENTITY"
                     *         ],
                     *         "penalty_multiple": "0.072",
                     *         "prepayment": {
                     *           "allowed_after_months": 1,
                     *           "fees": [
                     *             {
                     *               "before_months": 1,
                     *               "rate": "0.072"
                     *             }
                     *           ],
                     *           "interest": "SLICE",
                     *           "least_minor": 1000000
                     *         },
                     *         "process_code": "0.072",
                     *         "purposes": {
                     *           "DECORATION": "装修"
                     *         },
                     *         "rate_steps": [
                     *           {
                     *             "added_rate": "0.072",
                     *             "after_months": 1
                     *           }
                     *         ],
                     *         "reporting": {},
                     *         "required_documents": [
                     *           "ID_FRONT"
                     *         ],
                     *         "required_sources": [
                     *           "IDENTITY"
                     *         ],
                     *         "secured": "CREDIT",
                     *         "valid_from": "2026-01-31",
                     *         "valid_to": "2026-01-31",
                     *         "version": 1
                     *       },
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "reason": "text",
                     *       "status": "PROPOSED"
                     *     }
                     */
                    "application/json": components["schemas"]["ProposalView"];
                };
            };
        };
    };
    get_product: {
        parameters: {
            query?: {
                /** @description Absent: the version on sale today */
                version?: number | null;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted_documents": [
                     *         "ID_FRONT"
                     *       ],
                     *       "auto_authority_minor": 1000000,
                     *       "channel": "ONLINE",
                     *       "code": "CODE-1",
                     *       "committee_over_minor": 1000000,
                     *       "conditions_precedent": {},
                     *       "contingent_costs": [
                     *         {
                     *           "code": "CODE-1",
                     *           "name": "0.072",
                     *           "party": "0.072",
                     *           "standard": "0.072"
                     *         }
                     *       ],
                     *       "contract_template": "0.072",
                     *       "credit_line": {
                     *         "least_draw_minor": 1000000
                     *       },
                     *       "currency": "CNY",
                     *       "customer_type": "PERSONAL",
                     *       "day_count": "ACT/360",
                     *       "fees": [
                     *         {
                     *           "amount_minor": 1000000,
                     *           "code": "CODE-1",
                     *           "name": "0.072",
                     *           "party": "0.072",
                     *           "rate_of_principal": "0.072",
                     *           "timing": "EVERY_INSTALMENT"
                     *         }
                     *       ],
                     *       "floating": {
                     *         "ceiling": "0.072",
                     *         "cycle_months": 1,
                     *         "floor": "0.072",
                     *         "reprice": "ANNIVERSARY",
                     *         "tenor": "1Y"
                     *       },
                     *       "forced_read_seconds": 1,
                     *       "form": {},
                     *       "grace_days": 1,
                     *       "holiday_rule": "NONE",
                     *       "lender": "0.072",
                     *       "long_cash_flow_cycle": true,
                     *       "max_age": 18,
                     *       "max_amount_minor": 1000000,
                     *       "max_document_bytes": 1,
                     *       "max_term_months": 1,
                     *       "max_total_annual_rate": "0.072",
                     *       "methods": [
                     *         {
                     *           "balloon_share": "0.072",
                     *           "due_day": 1,
                     *           "every": {
                     *             "count": 1,
                     *             "unit": "MONTH"
                     *           },
                     *           "grace": {
                     *             "interest_free_periods": 1,
                     *             "interest_periods": 1,
                     *             "principal_periods": 1
                     *           },
                     *           "max_term_months": 1,
                     *           "method": "EQUAL_INSTALMENT",
                     *           "own_schedule": true,
                     *           "stages": [
                     *             {
                     *               "method": "EQUAL_INSTALMENT",
                     *               "periods": 1,
                     *               "share": "0.072"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "min_age": 18,
                     *       "min_amount_minor": 1000000,
                     *       "min_term_months": 1,
                     *       "misuse_multiple": "0.072",
                     *       "name_en": "0.072",
                     *       "name_zh": "0.072",
                     *       "notes": {},
                     *       "offer_valid_days": 1,
                     *       "optional_sources": [
                     *         "IDENTITY"
                     *       ],
                     *       "penalty_multiple": "0.072",
                     *       "prepayment": {
                     *         "allowed_after_months": 1,
                     *         "fees": [
                     *           {
                     *             "before_months": 1,
                     *             "rate": "0.072"
                     *           }
                     *         ],
                     *         "interest": "SLICE",
                     *         "least_minor": 1000000
                     *       },
                     *       "process_code": "0.072",
                     *       "purposes": {
                     *         "DECORATION": "装修"
                     *       },
                     *       "rate_steps": [
                     *         {
                     *           "added_rate": "0.072",
                     *           "after_months": 1
                     *         }
                     *       ],
                     *       "reporting": {},
                     *       "required_documents": [
                     *         "ID_FRONT"
                     *       ],
                     *       "required_sources": [
                     *         "IDENTITY"
                     *       ],
                     *       "secured": "CREDIT",
                     *       "valid_from": "2026-01-31",
                     *       "valid_to": "2026-01-31",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Product"];
                };
            };
        };
    };
    list_product_versions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "added_at": "2026-01-31T09:30:00Z",
                     *           "added_by": "text",
                     *           "product": {
                     *             "accepted_documents": [
                     *               "ID_FRONT"
                     *             ],
                     *             "auto_authority_minor": 1000000,
                     *             "channel": "ONLINE",
                     *             "code": "CODE-1",
                     *             "committee_over_minor": 1000000,
                     *             "conditions_precedent": {},
                     *             "contingent_costs": [
                     *               {
                     *                 "code": "CODE-1",
                     *                 "name": "0.072",
                     *                 "party": "0.072",
                     *                 "standard": "0.072"
                     *               }
                     *             ],
                     *             "contract_template": "0.072",
                     *             "credit_line": {
                     *               "least_draw_minor": 1000000
                     *             },
                     *             "currency": "CNY",
                     *             "customer_type": "PERSONAL",
                     *             "day_count": "ACT/360",
                     *             "fees": [
                     *               {
                     *                 "amount_minor": 1000000,
                     *                 "code": "CODE-1",
                     *                 "name": "0.072",
                     *                 "party": "0.072",
                     *                 "rate_of_principal": "0.072",
                     *                 "timing": "EVERY_INSTALMENT"
                     *               }
                     *             ],
                     *             "floating": {
                     *               "ceiling": "0.072",
                     *               "cycle_months": 1,
                     *               "floor": "0.072",
                     *               "reprice": "ANNIVERSARY",
                     *               "tenor": "1Y"
                     *             },
                     *             "forced_read_seconds": 1,
                     *             "form": {},
                     *             "grace_days": 1,
                     *             "holiday_rule": "NONE",
                     *             "lender": "0.072",
                     *             "long_cash_flow_cycle": true,
                     *             "max_age": 18,
                     *             "max_amount_minor": 1000000,
                     *             "max_document_bytes": 1,
                     *             "max_term_months": 1,
                     *             "max_total_annual_rate": "0.072",
                     *             "methods": [
                     *               {
                     *                 "balloon_share": "0.072",
                     *                 "due_day": 1,
                     *                 "every": {
                     *                   "count": 1,
                     *                   "unit": "MONTH"
                     *                 },
                     *                 "grace": {
                     *                   "interest_free_periods": 1,
                     *                   "interest_periods": 1,
                     *                   "principal_periods": 1
                     *                 },
                     *                 "max_term_months": 1,
                     *                 "method": "EQUAL_INSTALMENT",
                     *                 "own_schedule": true,
                     *                 "stages": [
                     *                   {
                     *                     "method": "EQUAL_INSTALMENT",
                     *                     "periods": 1,
                     *                     "share": "0.072"
                     *                   }
                     *                 ]
                     *               }
                     *             ],
                     *             "min_age": 18,
                     *             "min_amount_minor": 1000000,
                     *             "min_term_months": 1,
                     *             "misuse_multiple": "0.072",
                     *             "name_en": "0.072",
                     *             "name_zh": "0.072",
                     *             "notes": {},
                     *             "offer_valid_days": 1,
                     *             "optional_sources": [
                     *               "IDENTITY"
                     *             ],
                     *             "penalty_multiple": "0.072",
                     *             "prepayment": {
                     *               "allowed_after_months": 1,
                     *               "fees": [
                     *                 {
                     *                   "before_months": 1,
                     *                   "rate": "0.072"
                     *                 }
                     *               ],
                     *               "interest": "SLICE",
                     *               "least_minor": 1000000
                     *             },
                     *             "process_code": "0.072",
                     *             "purposes": {
                     *               "DECORATION": "装修"
                     *             },
                     *             "rate_steps": [
                     *               {
                     *                 "added_rate": "0.072",
                     *                 "after_months": 1
                     *               }
                     *             ],
                     *             "reporting": {},
                     *             "required_documents": [
                     *               "ID_FRONT"
                     *             ],
                     *             "required_sources": [
                     *               "IDENTITY"
                     *             ],
                     *             "secured": "CREDIT",
                     *             "valid_from": "2026-01-31",
                     *             "valid_to": "2026-01-31",
                     *             "version": 1
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProductVersionsView"];
                };
            };
        };
    };
    list_visits: {
        parameters: {
            query?: {
                application_id?: string | null;
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                customer_id?: string | null;
                /** @description Items a page */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "arrived_at": "2026-01-31T09:30:00Z",
                     *           "assignee": "text",
                     *           "branch": "text",
                     *           "companion": "text",
                     *           "confirmed_at": "2026-01-31T09:30:00Z",
                     *           "customer_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "ended_at": "2026-01-31T09:30:00Z",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "outcome": "MET",
                     *           "planned_at": "2026-01-31T09:30:00Z",
                     *           "purpose": "INTERVIEW",
                     *           "record_sha256": "text",
                     *           "sequence": 1,
                     *           "status": "PLANNED"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_VisitView_"];
                };
            };
        };
    };
    plan_visit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "application_id": "5e0f4a1c-7d0b-4f0e-9d8e-2b1c0a9f8e7d",
                 *       "customer_id": "5e0f4a1c-7d0b-4f0e-9d8e-2b1c0a9f8e7d",
                 *       "place": "示例路 1 号 2 楼",
                 *       "planned_at": "2099-01-04T02:30:00Z",
                 *       "purpose": "SITE_CHECK"
                 *     }
                 */
                "application/json": components["schemas"]["VisitBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "arrived_at": "2026-01-31T09:30:00Z",
                     *       "assignee": "text",
                     *       "branch": "text",
                     *       "companion": "text",
                     *       "confirmed_at": "2026-01-31T09:30:00Z",
                     *       "customer_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "ended_at": "2026-01-31T09:30:00Z",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "outcome": "MET",
                     *       "planned_at": "2026-01-31T09:30:00Z",
                     *       "purpose": "INTERVIEW",
                     *       "record_sha256": "text",
                     *       "sequence": 1,
                     *       "status": "PLANNED"
                     *     }
                     */
                    "application/json": components["schemas"]["VisitView"];
                };
            };
        };
    };
    cancel_visit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["CancellationBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "arrived_at": "2026-01-31T09:30:00Z",
                     *       "assignee": "text",
                     *       "branch": "text",
                     *       "companion": "text",
                     *       "confirmed_at": "2026-01-31T09:30:00Z",
                     *       "customer_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "ended_at": "2026-01-31T09:30:00Z",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "outcome": "MET",
                     *       "planned_at": "2026-01-31T09:30:00Z",
                     *       "purpose": "INTERVIEW",
                     *       "record_sha256": "text",
                     *       "sequence": 1,
                     *       "status": "PLANNED"
                     *     }
                     */
                    "application/json": components["schemas"]["VisitView"];
                };
            };
        };
    };
    confirm_visit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["CancellationBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "arrived_at": "2026-01-31T09:30:00Z",
                     *       "assignee": "text",
                     *       "branch": "text",
                     *       "companion": "text",
                     *       "confirmed_at": "2026-01-31T09:30:00Z",
                     *       "customer_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "ended_at": "2026-01-31T09:30:00Z",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "outcome": "MET",
                     *       "planned_at": "2026-01-31T09:30:00Z",
                     *       "purpose": "INTERVIEW",
                     *       "record_sha256": "text",
                     *       "sequence": 1,
                     *       "status": "PLANNED"
                     *     }
                     */
                    "application/json": components["schemas"]["VisitView"];
                };
            };
        };
    };
    keep_visit_paper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * @description kind, taken_at, position
                     * @example {"kind": "PHOTOGRAPH", "taken_at": "2026-01-20T02:30:00Z"}
                     */
                    about: string;
                    /**
                     * Format: binary
                     * @description JPEG or PNG
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "kind": "PHOTOGRAPH",
                     *       "media_type": "text",
                     *       "sha256": "text",
                     *       "size_bytes": 1,
                     *       "taken_at": "2026-01-31T09:30:00Z",
                     *       "uploaded_at": "2026-01-31T09:30:00Z",
                     *       "uploaded_by": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["VisitPaperView"];
                };
            };
        };
    };
    read_visit_paper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                paper_id: string;
                visit_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                    "image/png": string;
                };
            };
        };
    };
    get_visit_record: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "papers": [
                     *         {
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "kind": "PHOTOGRAPH",
                     *           "media_type": "text",
                     *           "sha256": "text",
                     *           "size_bytes": 1,
                     *           "taken_at": "2026-01-31T09:30:00Z",
                     *           "uploaded_at": "2026-01-31T09:30:00Z",
                     *           "uploaded_by": "text"
                     *         }
                     *       ],
                     *       "place": "text",
                     *       "record": "text",
                     *       "record_sha256": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["VisitRecordView"];
                };
            };
        };
    };
    report_visit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "arrived_at": "2026-01-20T02:30:00Z",
                 *       "companion": "risk",
                 *       "no_position": "UNAVAILABLE",
                 *       "note": "经营正常，在岗 12 人，设备运转。",
                 *       "outcome": "MET",
                 *       "papers": [
                 *         "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f"
                 *       ],
                 *       "position": {
                 *         "accuracy_m": 12,
                 *         "at": "2027-12-31T00:00:00Z",
                 *         "latitude_e6": 31230400,
                 *         "longitude_e6": 121473700
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["VisitReportBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "arrived_at": "2026-01-31T09:30:00Z",
                     *       "assignee": "text",
                     *       "branch": "text",
                     *       "companion": "text",
                     *       "confirmed_at": "2026-01-31T09:30:00Z",
                     *       "customer_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "ended_at": "2026-01-31T09:30:00Z",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "outcome": "MET",
                     *       "planned_at": "2026-01-31T09:30:00Z",
                     *       "purpose": "INTERVIEW",
                     *       "record_sha256": "text",
                     *       "sequence": 1,
                     *       "status": "PLANNED"
                     *     }
                     */
                    "application/json": components["schemas"]["VisitView"];
                };
            };
        };
    };
    list_visits_of_day: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                day: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "application_no": "text",
                     *           "arrived_at": "2026-01-31T09:30:00Z",
                     *           "assignee": "text",
                     *           "branch": "text",
                     *           "companion": "text",
                     *           "confirmed_at": "2026-01-31T09:30:00Z",
                     *           "customer_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "customer_name": "text",
                     *           "ended_at": "2026-01-31T09:30:00Z",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "outcome": "MET",
                     *           "papers": [
                     *             {
                     *               "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *               "kind": "PHOTOGRAPH",
                     *               "media_type": "text",
                     *               "sha256": "text",
                     *               "size_bytes": 1,
                     *               "taken_at": "2026-01-31T09:30:00Z",
                     *               "uploaded_at": "2026-01-31T09:30:00Z",
                     *               "uploaded_by": "text"
                     *             }
                     *           ],
                     *           "place": "text",
                     *           "planned_at": "2026-01-31T09:30:00Z",
                     *           "purpose": "INTERVIEW",
                     *           "record_sha256": "text",
                     *           "sequence": 1,
                     *           "status": "PLANNED",
                     *           "wanted": [
                     *             "text"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DayView"];
                };
            };
        };
    };
}
