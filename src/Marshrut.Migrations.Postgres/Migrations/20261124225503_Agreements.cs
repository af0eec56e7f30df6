using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Marshrut.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Agreements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "agreements",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    from_organization_id = table.Column<long>(type: "bigint", nullable: false),
                    to_organization_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    number_key = table.Column<string>(type: "text", nullable: false),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    acceptance_days = table.Column<int>(type: "integer", nullable: false),
                    from_person_name = table.Column<string>(type: "text", nullable: false),
                    from_person_position = table.Column<string>(type: "text", nullable: true),
                    from_person_phone = table.Column<string>(type: "text", nullable: true),
                    from_person_email = table.Column<string>(type: "text", nullable: true),
                    to_person_name = table.Column<string>(type: "text", nullable: false),
                    to_person_position = table.Column<string>(type: "text", nullable: true),
                    to_person_phone = table.Column<string>(type: "text", nullable: true),
                    to_person_email = table.Column<string>(type: "text", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    end_reason = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreements", x => x.id);
                    table.ForeignKey(
                        name: "fk_agreements_organizations_from_organization_id",
                        column: x => x.from_organization_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_agreements_organizations_to_organization_id",
                        column: x => x.to_organization_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_subject_id",
                table: "audit_entries",
                column: "subject_id",
                filter: "subject_kind = 'agreement'");

            migrationBuilder.CreateIndex(
                name: "ix_agreements_from_organization_id_to_organization_id_number_k~",
                table: "agreements",
                columns: new[] { "from_organization_id", "to_organization_id", "number_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_agreements_to_organization_id",
                table: "agreements",
                column: "to_organization_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agreements");

            migrationBuilder.DropIndex(
                name: "ix_audit_entries_subject_id",
                table: "audit_entries");
        }
    }
}
